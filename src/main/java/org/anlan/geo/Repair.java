package org.anlan.geo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * A shape put right, and what was done to it.
 *
 * @param shape the repaired shape, of the same kind (a Polygon may become a MultiPolygon); empty when nothing was left to keep
 * @param steps what was done; none when nothing had to be or might be done, and the shape then is the very same object
 */
public record Repair(Geometry shape, List<Step> steps) {

    /** What can be done to a shape. */
    public enum Step {
        /** Repeated vertices were taken out. */
        REMOVED_REPEATED(RepairKind.DROP_DUPLICATE_VERTICES, "删除相邻重复点", "repeated vertices removed"),
        /** Vertices that are no numbers were taken out. */
        REMOVED_NOT_FINITE(RepairKind.MAKE_VALID, "删除无效坐标", "vertices that are no numbers removed"),
        /** Rings were rebuilt: crossings cut, holes and shells put in order. */
        REBUILT_RINGS(RepairKind.MAKE_VALID, "重建面边界", "rings rebuilt"),
        /** Parts without length or area were left out. */
        DROPPED_COLLAPSED(RepairKind.MAKE_VALID, "删除无长度或无面积的部分", "parts without length or area left out"),
        /** Rings that ran the wrong way round were turned. */
        TURNED_RINGS(RepairKind.REVERSE_RINGS, "调整环方向", "rings turned the right way round");

        private final RepairKind kind;
        private final String zh;
        private final String en;

        Step(RepairKind kind, String zh, String en) {
            this.kind = kind;
            this.zh = zh;
            this.en = en;
        }

        /** The class of repairs that it belongs to. */
        public RepairKind kind() {
            return kind;
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

    /** The classes of repairs that were made. */
    public Set<RepairKind> kinds() {
        Set<RepairKind> kinds = EnumSet.noneOf(RepairKind.class);
        steps.forEach(step -> kinds.add(step.kind()));
        return kinds;
    }

    /** Repairs a shape in longitude/latitude degrees in every way that needs no other shape. */
    public static Repair of(Geometry shape) {
        return of(shape, EnumSet.allOf(RepairKind.class));
    }

    /**
     * Repairs a shape in longitude/latitude degrees, as far as these classes of repairs allow. Rings are rebuilt by JTS's GeometryFixer, which keeps every
     * area that any reading of the rings encloses. Loops in lines are left as they are.
     */
    public static Repair of(Geometry shape, Set<RepairKind> allowed) {
        VertexWalk walk = new VertexWalk();
        shape.apply(walk);
        List<Step> steps = new ArrayList<>();
        Geometry sound = shape;
        if (walk.repeats() && allowed.contains(RepairKind.DROP_DUPLICATE_VERTICES)) {
            sound = RepeatedVertices.removed(shape);
            if (sound.getNumPoints() < shape.getNumPoints()) {
                steps.add(Step.REMOVED_REPEATED);
            }
        }
        boolean valid = walk.finite() && new IsValidOp(sound).isValid();
        if (!valid && allowed.contains(RepairKind.MAKE_VALID)) {
            sound = madeValid(sound, walk.finite(), steps);
            valid = true;
        }
        if (valid
                && allowed.contains(RepairKind.REVERSE_RINGS)
                && RingDirection.problem(sound).isPresent()) {
            sound = RingDirection.turned(sound);
            steps.add(Step.TURNED_RINGS);
        }
        return new Repair(sound, steps);
    }

    private static Geometry madeValid(Geometry broken, boolean finite, List<Step> steps) {
        if (!finite) {
            steps.add(Step.REMOVED_NOT_FINITE);
        }
        Geometry sound = RingRebuild.of(broken);
        if (broken.getDimension() == 2 && !sound.isEmpty()) {
            steps.add(Step.REBUILT_RINGS);
        }
        if (sound.isEmpty() || sound.getNumGeometries() < broken.getNumGeometries()) {
            steps.add(Step.DROPPED_COLLAPSED);
        }
        return sound;
    }
}
