package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * A shape put right, and what was done to it.
 *
 * @param shape the repaired shape, of the same kind (a Polygon may become a MultiPolygon); empty when nothing was left to keep
 * @param steps what was done; none when the shape was sound, which then is the very same object
 * @param areaBeforeM2 area by its rings as they came, square metres; for rings that cross themselves no true area
 * @param areaAfterM2 area after the repair, square metres
 */
public record Repair(Geometry shape, List<Step> steps, double areaBeforeM2, double areaAfterM2) {

    /** What can be done to a shape. */
    public enum Step {
        /** Repeated vertices were taken out. */
        REMOVED_REPEATED("删除相邻重复点", "repeated vertices removed"),
        /** Vertices that are no numbers were taken out. */
        REMOVED_NOT_FINITE("删除无效坐标", "vertices that are no numbers removed"),
        /** Rings were rebuilt: crossings cut, holes and shells put in order. */
        REBUILT_RINGS("重建面边界", "rings rebuilt"),
        /** Parts without length or area were left out. */
        DROPPED_COLLAPSED("删除无长度或无面积的部分", "parts without length or area left out");

        private final String zh;
        private final String en;

        Step(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The words for people. */
        public Text text() {
            return new Text(zh, en);
        }
    }

    /** Copies the list. */
    public Repair {
        steps = List.copyOf(steps);
    }

    /** Whether anything was done. */
    public boolean changed() {
        return !steps.isEmpty();
    }

    /**
     * Repairs a shape in longitude/latitude degrees. Rings are rebuilt by JTS's GeometryFixer, which keeps every area that any reading of
     * the rings encloses. Loops in lines are left as they are.
     */
    public static Repair of(Geometry shape) {
        VertexWalk walk = new VertexWalk();
        shape.apply(walk);
        List<Step> steps = new ArrayList<>();
        Geometry sound = shape;
        if (walk.repeats()) {
            sound = RepeatedVertices.removed(sound);
            steps.add(Step.REMOVED_REPEATED);
        }
        if (!walk.finite()) {
            steps.add(Step.REMOVED_NOT_FINITE);
        }
        if (!walk.finite() || !new IsValidOp(sound).isValid()) {
            Geometry broken = sound;
            sound = RingRebuild.of(broken);
            boolean fewer = sound.isEmpty() || sound.getNumGeometries() < broken.getNumGeometries();
            if (shape.getDimension() == 2 && !sound.isEmpty()) {
                steps.add(Step.REBUILT_RINGS);
            }
            if (fewer) {
                steps.add(Step.DROPPED_COLLAPSED);
            }
        }
        double before = walk.finite() ? Geodesy.areaM2(shape) : Double.NaN;
        return new Repair(sound, steps, before, steps.isEmpty() ? before : Geodesy.areaM2(sound));
    }
}
