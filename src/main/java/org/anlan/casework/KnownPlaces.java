package org.anlan.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.geo.Areas;
import org.anlan.geo.Geodesy;
import org.anlan.geo.RegionSplit;
import org.locationtech.jts.geom.Geometry;

/** The places of problem sites that comparisons led to, so that none is opened at the same place again. */
final class KnownPlaces {

    /** How far from a known problem site's line the coast may lie and still be the same place, metres. [cfg] */
    private static final double SAME_PLACE_M = 50;

    private final RegionSplit lines;
    private final List<Case> areas = new ArrayList<>();

    KnownPlaces(Collection<Case> cases) {
        List<RegionSplit.Region> coast = new ArrayList<>();
        for (Case one : cases) {
            Geometry shape = one.opening().shape();
            CaseSource.Kind kind = one.opening().source().kind();
            boolean compared = kind == CaseSource.Kind.CHANGE || kind == CaseSource.Kind.REVISION;
            if (compared && shape.getDimension() == 1) {
                coast.add(new RegionSplit.Region(one.number(), shape));
            } else if (compared) {
                areas.add(one);
            }
        }
        lines = new RegionSplit(coast, SAME_PLACE_M);
    }

    /** The number of the problem site that this one would repeat; empty when it is new. */
    Optional<String> of(Geometry shape, CaseSource source) {
        return shape.getDimension() == 1 ? ofLine(shape) : covering(shape, source);
    }

    /** The problem site whose line at least half of this one follows. */
    Optional<String> ofLine(Geometry line) {
        Map<String, Double> lengths = new HashMap<>();
        double all = 0;
        for (RegionSplit.Stretch stretch : lines.split(line)) {
            all += stretch.lengthM();
            stretch.region().ifPresent(number -> lengths.merge(number, stretch.lengthM(), Double::sum));
        }
        double half = all / 2;
        return lengths.entrySet().stream()
                .filter(one -> one.getValue() >= half)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** The problem site of the same layer and the same change that covers at least half of this area. */
    private Optional<String> covering(Geometry area, CaseSource source) {
        double half = Geodesy.areaM2(area) / 2;
        return areas.stream()
                .filter(one -> RevisedPlace.sameChange(one.opening().source(), source))
                .filter(one -> one.opening().shape().getEnvelopeInternal().intersects(area.getEnvelopeInternal()))
                .filter(one -> Geodesy.areaM2(Areas.common(area, one.opening().shape())) >= half)
                .map(Case::number)
                .sorted()
                .findFirst();
    }

    /** Refuses ({@code case-exists}) the first of these that there is already. */
    void mustNotHold(List<CaseOpening> openings) {
        openings.forEach(opening -> of(opening.shape(), opening.source()).ifPresent(number -> {
            throw CaseOpenings.exists(number);
        }));
    }
}
