package org.anlan.geo;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * How the lines of one layer lie to each other: drawn twice, not quite joined, crossing. Lines are added one by one (longitude/latitude
 * in degrees) and held in 16 bytes a vertex, so a million coast segments take some 110 MB, and a search about as much again. What one
 * search found out is kept for the next. Not safe for many threads.
 */
public final class LineTopology {

    /** Ends of two features nearer than this but not joined are a gap, metres. */
    public static final double DEFAULT_GAP_M = 5;

    private final LineStore lines = new LineStore();

    /** What was found for one tolerance: crossings ask for it too. */
    private record Found(double toleranceM, Overlaps overlaps) {}

    private Optional<Found> found = Optional.empty();
    /** Which ends are joined: gaps, dangling ends and turns ask for it. */
    private Optional<GapSearch> joints = Optional.empty();

    /** Adds a feature and returns its number, from 0. Shapes other than lines are counted and otherwise left out. */
    public int add(Geometry shape) {
        found = Optional.empty();
        joints = Optional.empty();
        return lines.add(shape);
    }

    /** Number of features added. */
    public int size() {
        return lines.features();
    }

    /**
     * Stretches that two features both draw: edges that lie on each other within the tolerance, in either direction, in whole or in
     * part. Features that touch end to end, or cross, do not overlap; a feature is not compared with itself. What three features draw
     * alike is told of the second and third against the first. Stretches shorter than ten tolerances count only when their end points
     * are the very same.
     *
     * @param toleranceM how far apart two drawings of one line may lie, metres
     * @throws org.anlan.base.Refusal when there are more than some millions that are not the very same
     */
    public Overlaps overlaps(double toleranceM) {
        if (found.filter(f -> f.toleranceM() == toleranceM).isEmpty()) {
            found = Optional.of(new Found(toleranceM, new Overlaps(new OverlapSearch(lines, toleranceM).find())));
        }
        return found.get().overlaps();
    }

    private GapSearch joints() {
        if (joints.isEmpty()) {
            joints = Optional.of(new GapSearch(lines));
        }
        return joints.get();
    }

    /**
     * Places where two features cross away from their ends; where they overlap, crossings are not told.
     *
     * @throws org.anlan.base.Refusal when there are more than some millions
     */
    public List<Crossing> crossings() {
        return new CrossingSearch(lines, overlaps(Overlaps.DEFAULT_TOLERANCE_M)).find();
    }

    /**
     * Ends that are joined to no other feature though the end of one is near. Each pair is told once; ends within a millimetre count as
     * joined, so do ends that lie on another feature; the ends of closed rings are not looked at.
     *
     * @param nearM how near, metres
     */
    public List<Gap> gaps(double nearM) {
        return joints().gaps(nearM);
    }

    /**
     * Ends that are near the middle of another feature and not on it, and near no end of one.
     *
     * @param nearM how near, metres
     */
    public List<Dangle> dangles(double nearM) {
        return joints().dangles(nearM);
    }

    /** Places where two features that follow each other run against each other. */
    public List<Turn> turns() {
        return Turn.find(joints().ends());
    }

    /** The line of an overlap, along the repeated feature. */
    public Geometry stretch(Overlap overlap) {
        return lines.stretch(overlap.repeated(), overlap.fromM(), overlap.toM());
    }
}
