package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Tells what region each stretch of a line belongs to: the one that covers it, else the nearest within a tolerance, else none. Coast
 * runs along the edge of land regions and never fits it exactly, so what counts is the signed distance to each region's border
 * (negative inside): the smallest wins, of equal ones the lower code. All coordinates are CGCS2000 longitude/latitude in degrees; lines
 * over the 180° meridian are not foreseen. Immutable after it is built and safe for many threads.
 */
public final class RegionSplit {

    /** Coast farther than this from every region belongs to none. */
    public static final double DEFAULT_TOLERANCE_M = 500;

    private final STRtree regions = new STRtree();
    private final double toleranceM;
    private final boolean empty;

    /**
     * A region.
     *
     * @param code its code ("350581102"); several shapes may share one
     * @param shape Polygon or MultiPolygon; or a line, which coast belongs to that follows it: an older or newer survey
     */
    public record Region(String code, Geometry shape) {}

    /**
     * A part of a line, or all of it.
     *
     * @param region code of the region it belongs to; empty when none is within the tolerance
     * @param fromM where it starts, metres from the start of the line
     * @param toM where it ends, metres from the start of the line
     * @param overlapping whether a second region covers it too somewhere (regions should not overlap); the deeper one has it
     */
    public record Stretch(Optional<String> region, double fromM, double toM, boolean overlapping) {

        /** Its length in metres. */
        public double lengthM() {
            return toM - fromM;
        }
    }

    /**
     * Prepares the regions. Those that are points or empty are left out.
     *
     * @param toleranceM how far from a region a line may lie and still belong to it, metres, not negative
     */
    public RegionSplit(List<Region> regions, double toleranceM) {
        List<Region> filled = regions.stream()
                .filter(r -> r.shape().getDimension() >= 1 && !r.shape().isEmpty())
                .toList();
        filled.forEach(r -> this.regions.insert(r.shape().getEnvelopeInternal(), new RegionShape(r.code(), r.shape())));
        this.regions.build();
        this.empty = filled.isEmpty();
        this.toleranceM = toleranceM;
    }

    /**
     * The stretches of a line in its own order, end to end; they add up to {@link Geodesy#lengthM}. The parts of a MultiLineString
     * are measured on from one to the next. Geometry other than lines has none.
     */
    public List<Stretch> split(Geometry line) {
        List<Stretch> stretches = new ArrayList<>();
        double from = 0;
        for (int i = 0; i < line.getNumGeometries(); i++) {
            if (line.getGeometryN(i) instanceof LineString part && !part.isEmpty()) {
                MeasuredLine measured = new MeasuredLine(part.getCoordinateSequence());
                List<RegionShape> near = near(part.getEnvelopeInternal());
                stretches.addAll(new LineSplit(measured, near, toleranceM, from).stretches());
                from += measured.lengthM();
            }
        }
        return stretches;
    }

    /** The region of a single place by the same rule; empty when none is within the tolerance. */
    public Optional<String> at(double lon, double lat) {
        List<RegionShape> near = near(new Envelope(lon, lon, lat, lat));
        if (near.isEmpty()) {
            return Optional.empty();
        }
        RegionDepth depth = new RegionDepth(near);
        depth.look(lon, lat, 1); // with no reach at all, farther regions would count as just as near
        return depth.bestM() <= toleranceM ? Optional.of(depth.best().code()) : Optional.empty();
    }

    /** Regions whose envelope comes within the tolerance. */
    @SuppressWarnings("unchecked") // the tree holds nothing else
    private List<RegionShape> near(Envelope line) {
        if (empty || line.isNull()) {
            return List.of();
        }
        double latitude = Math.min(89, Math.max(Math.abs(line.getMinY()), Math.abs(line.getMaxY())));
        LocalScale scale = LocalScale.at(latitude);
        Envelope wide = new Envelope(line);
        wide.expandBy(1.01 * toleranceM / scale.lonM(), 1.01 * toleranceM / scale.latM());
        List<RegionShape> near = regions.query(wide);
        return near;
    }
}
