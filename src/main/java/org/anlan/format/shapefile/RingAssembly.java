package org.anlan.format.shapefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.PackedGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Puts the rings of a polygon record together. A ring that lies in an even number of others is a shell, else a hole of the smallest
 * it lies in; the direction of a ring (shells clockwise, ESRI Shapefile Technical Description, July 1998, p. 8) only decides where
 * rings cross, because software that ignores the rule is common. Rings that run the wrong way are turned, with a note.
 */
final class RingAssembly {

    private final FindingList findings;

    RingAssembly(FindingList findings) {
        this.findings = findings;
    }

    /** The polygon, or several, of the rings in the order of the file. */
    Geometry assemble(int record, List<double[]> parts) throws BadRecord {
        List<Ring> rings = new ArrayList<>(parts.size());
        for (double[] xy : parts) {
            ring(record, xy, rings);
        }
        if (rings.isEmpty()) {
            throw BadRecord.because("面的各环都不足三个不同的点", "no ring of the polygon has three different points");
        }
        if (rings.size() == 1) {
            return polygon(record, rings.get(0), List.of());
        }
        List<Node> nodes = nest(rings);
        List<Polygon> polygons = new ArrayList<>();
        for (Node node : nodes) {
            if (node.shell) {
                polygons.add(polygon(record, node.ring, node.holes));
            }
        }
        return polygons.size() == 1
                ? polygons.get(0)
                : PackedGeometry.FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    /** Reports a ring that encloses nothing. */
    void tooShort(int record) {
        findings.tally(
                "shapefile.short-part",
                Severity.WARNING,
                record,
                new Text(
                        "面的某个环不足三个点，已略去该环", "a ring of a polygon has fewer than three points; that ring was left out"));
    }

    private void ring(int record, double[] xy, List<Ring> rings) {
        int last = xy.length - 2;
        boolean closed = last > 0 && xy[0] == xy[last] && xy[1] == xy[last + 1];
        if (xy.length < (closed ? 8 : 6)) {
            tooShort(record);
            return;
        }
        if (closed) {
            rings.add(new Ring(xy));
            return;
        }
        findings.tally(
                "shapefile.ring-closed",
                Severity.NOTE,
                record,
                new Text("面的环首尾不相接，已连到起点", "a ring of a polygon was not closed; it was closed at its first point"));
        double[] whole = Arrays.copyOf(xy, xy.length + 2);
        whole[xy.length] = xy[0];
        whole[xy.length + 1] = xy[1];
        rings.add(new Ring(whole));
    }

    private Polygon polygon(int record, Ring shell, List<Ring> holes) {
        boolean turned = !shell.runsAsShell();
        LinearRing[] inner = new LinearRing[holes.size()];
        for (int i = 0; i < inner.length; i++) {
            turned |= !holes.get(i).runsAsHole();
            inner[i] = holes.get(i).oriented(false);
        }
        if (turned) {
            findings.tally(
                    "shapefile.ring-turned",
                    Severity.NOTE,
                    record,
                    new Text(
                            "环的方向与规范不符（外环应顺时针、内环应逆时针），已按包含关系改正",
                            "rings ran the wrong way (shells clockwise, holes anticlockwise); they were turned by what lies in what"));
        }
        return PackedGeometry.FACTORY.createPolygon(shell.oriented(true), inner);
    }

    private static List<Node> nest(List<Ring> rings) throws BadRecord {
        List<Node> nodes = new ArrayList<>(rings.size());
        STRtree tree = new STRtree();
        for (Ring ring : rings) {
            Node node = new Node(ring);
            nodes.add(node);
            tree.insert(ring.envelope(), node);
        }
        List<Node> bySize = new ArrayList<>(nodes);
        bySize.sort(Comparator.comparingDouble((Node node) -> node.ring.area()).reversed());
        Effort effort = new Effort(rings);
        for (Node node : bySize) {
            place(node, near(tree, node, effort), effort);
        }
        return nodes;
    }

    private static List<Node> near(STRtree tree, Node node, Effort effort) throws BadRecord {
        List<Node> near = new ArrayList<>();
        tree.query(node.ring.envelope(), other -> {
            if (other != node && near.size() < effort.left()) {
                near.add((Node) other);
            }
        });
        effort.spend(near.size());
        near.sort(Comparator.comparingDouble(other -> other.ring.area()));
        return near;
    }

    private static void place(Node node, List<Node> near, Effort effort) throws BadRecord {
        int depth = 0;
        Node parent = null;
        for (Node other : near) {
            if (node.ring.liesIn(other.ring, effort)) {
                depth++;
                parent = parent == null && other.shell ? other : parent;
            }
        }
        if (depth == 0 && !node.ring.runsAsShell()) {
            parent = crossed(node, near, effort);
            depth = parent == null ? 0 : 1;
        }
        if (depth % 2 == 1 && parent != null) {
            parent.holes.add(node.ring);
        } else {
            node.shell = true;
        }
    }

    private static Node crossed(Node hole, List<Node> near, Effort effort) throws BadRecord {
        for (Node other : near) {
            if (other.shell && hole.ring.reachesInto(other.ring, effort)) {
                return other;
            }
        }
        return null;
    }

    private static final class Node {
        private final Ring ring;
        private final List<Ring> holes = new ArrayList<>(0);
        private boolean shell;

        Node(Ring ring) {
            this.ring = ring;
        }
    }
}
