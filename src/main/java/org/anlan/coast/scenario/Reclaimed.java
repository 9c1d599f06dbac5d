package org.anlan.coast.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.coast.survey.Survey;
import org.anlan.coast.tally.TallyEdit;
import org.anlan.geo.Geodesy;
import org.anlan.geo.RegionSplit;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The new coast of reclaimed ground: where the border of all reclaiming footprints together lies outside the land. A part of them that meets no coast is an
 * island yet to be and gives none.
 */
public final class Reclaimed {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final List<NewLine> lines = new ArrayList<>();

    /**
     * Ground that a footprint reclaims.
     *
     * @param area Polygon or MultiPolygon, CGCS2000 degrees
     * @param type2 level 2 type of its new coast
     * @param onCoast whether it meets coast itself
     */
    record Ground(Geometry area, String type2, boolean onCoast) {}

    /**
     * A line of new coast.
     *
     * @param line LineString or MultiLineString, CGCS2000 degrees
     * @param kind what it is
     * @param lengthM its length
     */
    public record NewLine(Geometry line, Survey.Kind kind, double lengthM) {}

    /**
     * The new coast of some footprints.
     *
     * @param reclaimed all ground, in the order of the footprints
     * @param land the regions of the level "city"
     */
    public Reclaimed(List<Ground> reclaimed, List<Geometry> land) {
        Geometry ground = OverlayNGRobust.union(SHAPES.createGeometryCollection(
                reclaimed.stream().map(Ground::area).toArray(Geometry[]::new)));
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            Geometry part = ground.getGeometryN(i);
            List<Ground> of = reclaimed.stream()
                    .filter(one -> one.area().intersects(part))
                    .toList();
            if (of.stream().anyMatch(Ground::onCoast)) {
                add(part, land, of.get(0).type2());
            }
        }
    }

    private void add(Geometry part, List<Geometry> land, String type2) {
        Geometry line = part.getBoundary();
        for (Geometry region : land) {
            if (region.getEnvelopeInternal().intersects(part.getEnvelopeInternal())) {
                line = OverlayNGRobust.overlay(line, region, OverlayNG.DIFFERENCE);
            }
        }
        double lengthM = Geodesy.lengthM(line);
        if (lengthM > 0) {
            lines.add(new NewLine(line, new Survey.Kind("artificial", type2, "", "", ""), lengthM));
        }
    }

    /** The lines of new coast, a line for each part of the ground. */
    public List<NewLine> lines() {
        return lines;
    }

    /** The lengths of a line by place; the whole of it under the blank region when there are no regions. */
    public static Map<TallyEdit.Place, Double> lengths(NewLine line, Optional<RegionSplit> split) {
        if (split.isEmpty()) {
            return Map.of(new TallyEdit.Place("", line.kind()), line.lengthM());
        }
        Map<TallyEdit.Place, Double> lengths = new HashMap<>();
        split.get()
                .split(line.line())
                .forEach(stretch -> lengths.merge(
                        new TallyEdit.Place(stretch.region().orElse(""), line.kind()), stretch.lengthM(), Double::sum));
        return lengths;
    }
}
