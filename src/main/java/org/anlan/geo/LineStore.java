package org.anlan.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * The lines of one layer in plain arrays: 16 bytes a vertex, in blocks that are never copied. A vertex is named by its number over all
 * lines.
 */
final class LineStore {

    private static final int BLOCK_BITS = 14;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private double[][] blocks = new double[64][];
    private int vertices;
    /** First vertex of each part, and one more for the end. */
    private int[] partStart = new int[257];

    private int[] partFeature = new int[256];
    private int parts;
    private int features;

    /** Adds a feature: a line, several, or anything else, which has no parts here. Returns its number. */
    int add(Geometry shape) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof LineString line && line.getNumPoints() > 1) {
                addPart(line.getCoordinateSequence());
            }
        }
        return features++;
    }

    private void addPart(CoordinateSequence line) {
        int size = line.size();
        if (parts == partFeature.length) {
            partFeature = Arrays.copyOf(partFeature, 2 * parts);
            partStart = Arrays.copyOf(partStart, 2 * parts + 1);
        }
        for (int i = 0; i < size; i++) {
            put(vertices + i, line.getX(i), line.getY(i));
        }
        partFeature[parts++] = features;
        vertices += size;
        partStart[parts] = vertices;
    }

    private void put(int vertex, double x, double y) {
        int block = vertex >>> BLOCK_BITS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        if (blocks[block] == null) {
            blocks[block] = new double[2 * BLOCK];
        }
        int at = 2 * (vertex & (BLOCK - 1));
        blocks[block][at] = x;
        blocks[block][at + 1] = y;
    }

    /** Moves a vertex to another place. */
    void move(int vertex, double x, double y) {
        put(vertex, x, y);
    }

    int features() {
        return features;
    }

    int parts() {
        return parts;
    }

    int vertices() {
        return vertices;
    }

    double x(int vertex) {
        return blocks[vertex >>> BLOCK_BITS][2 * (vertex & (BLOCK - 1))];
    }

    double y(int vertex) {
        return blocks[vertex >>> BLOCK_BITS][2 * (vertex & (BLOCK - 1)) + 1];
    }

    int firstVertex(int part) {
        return partStart[part];
    }

    int lastVertex(int part) {
        return partStart[part + 1] - 1;
    }

    int featureOfPart(int part) {
        return partFeature[part];
    }

    int partOf(int vertex) {
        int found = Arrays.binarySearch(partStart, 0, parts + 1, vertex);
        return found >= 0 ? found : -found - 2;
    }

    int featureOf(int vertex) {
        return partFeature[partOf(vertex)];
    }

    /** The first part of a feature; the place where it would be when it has none. */
    int firstPart(int feature) {
        int low = 0;
        int high = parts;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (partFeature[middle] < feature) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Metres from the start of the feature (its earlier parts included) to a vertex. */
    double metresTo(int vertex) {
        int part = partOf(vertex);
        double sum = 0;
        for (int p = firstPart(partFeature[part]); p <= part; p++) {
            int end = p == part ? vertex : lastVertex(p);
            for (int v = firstVertex(p); v < end; v++) {
                sum += edgeM(v);
            }
        }
        return sum;
    }

    /** Length in metres of the edge that starts at a vertex. */
    double edgeM(int vertex) {
        return Geodesy.distanceM(x(vertex), y(vertex), x(vertex + 1), y(vertex + 1));
    }

    /** The part of a feature between two measures, metres from its start; parts of a feature are measured on from one to the next. */
    Geometry stretch(int feature, double fromM, double toM) {
        CoordinateList along = new CoordinateList();
        double metres = 0;
        for (int p = firstPart(feature); p < parts && partFeature[p] == feature; p++) {
            for (int v = firstVertex(p); v < lastVertex(p) && metres < toM; v++) {
                double next = metres + edgeM(v);
                if (next > fromM && next > metres) {
                    along.add(between(v, Math.max(0, (fromM - metres) / (next - metres))), false);
                    along.add(between(v, Math.min(1, (toM - metres) / (next - metres))), false);
                }
                metres = next;
            }
        }
        Coordinate[] positions = along.toCoordinateArray();
        GeometryFactory factory = new GeometryFactory();
        return positions.length < 2 ? factory.createPoint() : factory.createLineString(positions);
    }

    private Coordinate between(int vertex, double t) {
        return new CoordinateXY(
                x(vertex) + t * (x(vertex + 1) - x(vertex)), y(vertex) + t * (y(vertex + 1) - y(vertex)));
    }
}
