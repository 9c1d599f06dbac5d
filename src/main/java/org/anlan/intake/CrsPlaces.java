package org.anlan.intake;

import java.util.List;
import java.util.Optional;
import org.anlan.geo.CrsGuess;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.anlan.store.Extent;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Where an extent in a file's own numbers would lie under each coordinate system, and how far that is from home. */
final class CrsPlaces {

    /** Enough for the neighbouring zones and exchanged axes where home orders them; all 3-degree zones where it does not. */
    private static final int MOST_NEAR_HOME = 12;

    private static final int MOST_WITHOUT_HOME = 24;

    private final Envelope box;
    private final Envelope home;
    private final CrsGuess guess;

    CrsPlaces(Envelope box, Optional<Extent> home) {
        this.box = box;
        this.home = home.map(h -> new Envelope(h.west(), h.east(), h.south(), h.north()))
                .orElseGet(Envelope::new);
        this.guess = CrsGuess.of(box, this.home);
    }

    boolean knowsHome() {
        return !home.isNull();
    }

    /** What the numbers allow, nearest to home first. */
    List<CrsGuess.Candidate> candidates() {
        return guess.candidates();
    }

    List<Inspection.Alternative> alternatives() {
        return guess.candidates().stream()
                .limit(knowsHome() ? MOST_NEAR_HOME : MOST_WITHOUT_HOME)
                .map(this::alternative)
                .toList();
    }

    /** The first answer that lies at home. */
    Optional<Inspection.Alternative> atHome() {
        return guess.candidates().stream()
                .filter(c -> c.distanceM() <= CrsGuess.NEAR_M)
                .findFirst()
                .map(this::alternative);
    }

    private Inspection.Alternative alternative(CrsGuess.Candidate candidate) {
        CrsChoice choice = new CrsChoice(candidate.crs(), candidate.swapped());
        Extent extent = extent(candidate.area());
        return new Inspection.Alternative(
                choice.word(), choice.name(), candidate.reason(), candidate.swapped(), extent, distanceM(extent));
    }

    /** Where the file lies when it is read so; empty without shapes, and when the system cannot hold such numbers. */
    Optional<Extent> extent(CrsChoice choice) {
        if (box.isNull()) {
            return Optional.empty();
        }
        Envelope read =
                choice.swapped() ? new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX()) : box;
        try {
            Geometry outline = CrsTransform.toCgcs2000(choice.crs()).apply(new GeometryFactory().toGeometry(read));
            return Optional.of(extent(outline.getEnvelopeInternal()));
        } catch (OutsideCrsException e) {
            return Optional.empty();
        }
    }

    /** Metres from home, 0 when it meets it; empty when home is not known. */
    Optional<Double> distanceM(Extent extent) {
        return knowsHome()
                ? Optional.of(CrsGuess.distanceM(
                        new Envelope(extent.west(), extent.east(), extent.south(), extent.north()), home))
                : Optional.empty();
    }

    private static Extent extent(Envelope e) {
        return new Extent(e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY());
    }
}
