package org.anlan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.anlan.format.Layers;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Which ring is a shell, and whose hole it is. */
class PolygonRingsTest {

    private static final int POLYGON = 5;

    @Test
    void holesMayStandBeforeTheirShells() throws IOException {
        Layers.Content layer = read(
                Bytes.square(30, 0, 2, false),
                Bytes.square(0, 0, 2, false),
                Bytes.square(0, 0, 9, true),
                Bytes.square(30, 0, 9, true));

        assertShape(layer, 2, 2, 2 * (18 * 18 - 16));
        assertThat(layer.codes()).doesNotContain("shapefile.ring-turned");
    }

    @Test
    void anIslandInAHoleIsAShell() throws IOException {
        Layers.Content layer =
                read(Bytes.square(0, 0, 9, true), Bytes.square(0, 0, 6, false), Bytes.square(0, 0, 3, true));

        assertShape(layer, 2, 1, 18 * 18 - 12 * 12 + 36);
        assertThat(layer.codes()).doesNotContain("shapefile.ring-turned");
    }

    @Test
    void aHoleThatRunsLikeAShellIsTurned() throws IOException {
        Layers.Content layer = read(Bytes.square(0, 0, 9, true), Bytes.square(0, 0, 3, true));

        assertShape(layer, 1, 1, 18 * 18 - 36);
        assertThat(layer.codes()).contains("shapefile.ring-turned");
    }

    @Test
    void shellsThatRunLikeHolesAreTurned() throws IOException {
        Layers.Content layer = read(Bytes.square(0, 0, 9, false), Bytes.square(30, 0, 3, false));

        assertShape(layer, 2, 0, 18 * 18 + 36);
        assertThat(layer.codes()).contains("shapefile.ring-turned");
    }

    @Test
    void aHoleThatTouchesItsShellIsItsHole() throws IOException {
        double[] shell = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
        double[] hole = {0, 5, 5, 4, 5, 6, 0, 5};

        assertShape(read(hole, shell), 1, 1, 100 - 5);
    }

    @Test
    void neighboursThatShareAnEdgeAreTwoShells() throws IOException {
        double[] bay = {0, 0, 0, 10, 10, 10, 10, 8, 2, 8, 2, 2, 10, 2, 10, 0, 0, 0};
        double[] filling = {2, 2, 2, 8, 10, 8, 10, 2, 2, 2};

        Geometry shape = read(bay, filling).features().get(0).geometry().orElseThrow();
        assertThat(shape.getNumGeometries()).isEqualTo(2);
        assertThat(shape.getArea()).isEqualTo(100);
    }

    @Test
    void aHoleThatReachesOverItsShellStaysAHoleForTheChecksToSee() throws IOException {
        Layers.Content layer = read(Bytes.square(0, 0, 5, true), Bytes.square(5, 0, 2, false));

        Polygon polygon = (Polygon) layer.features().get(0).geometry().orElseThrow();
        assertThat(polygon.getNumInteriorRing()).isEqualTo(1);
        assertThat(polygon.isValid()).isFalse();
    }

    @Test
    void aRingThatStandsTwiceDoesNotCancelItself() throws IOException {
        Geometry shape = read(Bytes.square(0, 0, 5, true), Bytes.square(0, 0, 5, true))
                .features()
                .get(0)
                .geometry()
                .orElseThrow();

        assertThat(shape.getGeometryN(0).getArea()).isEqualTo(100);
    }

    @Test
    void openRingsAreClosedAndShortOnesLeftOut() throws IOException {
        double[] open = {0, 0, 0, 10, 10, 10, 10, 0};
        double[] dash = {20, 20, 21, 21, 20, 20};
        Layers.Content layer = read(open, dash);

        assertShape(layer, 1, 0, 100);
        assertThat(layer.codes()).contains("shapefile.ring-closed", "shapefile.short-part");
    }

    @Test
    void tensOfThousandsOfPondsInOneShellAreQuick() throws IOException {
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rings.add(Bytes.square(i % 200 * 10, i / 200 * 10, 4, false));
        }
        rings.add(Bytes.square(1000, 500, 2000, true));

        Layers.Content layer =
                Assertions.assertTimeout(Duration.ofSeconds(30), () -> read(rings.toArray(new double[0][])));
        assertThat(((Polygon) layer.features().get(0).geometry().orElseThrow()).getNumInteriorRing())
                .isEqualTo(20_000);
    }

    @Test
    void ringsWithinRingsWithinRingsDoNotHang() throws IOException {
        double[][] rings = new double[20_000][];
        for (int i = 0; i < rings.length; i++) {
            rings[i] = Bytes.square(0, 0, i + 1, true);
        }

        Layers.Content layer = Assertions.assertTimeout(Duration.ofSeconds(30), () -> read(rings));
        assertThat(layer.features()).isEmpty();
        assertThat(layer.codes()).contains("shapefile.bad-record");
    }

    @Test
    void millionsOfEmptyRingsCostNoMemory() throws IOException {
        double[][] rings = new double[2_000_000][0];
        rings[1_000_000] = Bytes.square(0, 0, 5, true);
        Layers.Content layer = read(rings);

        assertShape(layer, 1, 0, 100);
        assertThat(layer.codes()).contains("shapefile.short-part");
    }

    @Property(tries = 200)
    void orderAndDirectionOfRingsDoNotMatter(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<double[]> rings = new ArrayList<>();
        double area = 0;
        int shells = 0;
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            int depth = 1 + random.nextInt(5);
            for (int ring = 0; ring < depth; ring++) {
                double half = 40 - 7 * ring - random.nextInt(3);
                rings.add(Bytes.square(100 * i, 7, half, random.nextBoolean()));
                area += (ring % 2 == 0 ? 4 : -4) * half * half;
                shells += ring % 2 == 0 ? 1 : 0;
            }
        }
        Collections.shuffle(rings, random);

        assertShape(read(rings.toArray(new double[0][])), shells, rings.size() - shells, area);
    }

    private static void assertShape(Layers.Content layer, int shells, int holes, double area) {
        Geometry shape = layer.features().get(0).geometry().orElseThrow();
        int found = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            found += ((Polygon) shape.getGeometryN(i)).getNumInteriorRing();
        }
        assertThat(shape.isValid()).isTrue();
        assertThat(shape.getNumGeometries()).isEqualTo(shells);
        assertThat(found).isEqualTo(holes);
        assertThat(shape.getArea()).isEqualTo(area);
    }

    private static Layers.Content read(double[]... rings) throws IOException {
        Path folder = Files.createTempDirectory("rings");
        Path file = folder.resolve("r.shp");
        try {
            Bytes.shp(file, POLYGON, List.of(Bytes.parts(POLYGON, rings)));
            return Layers.read(ShapefileWriterTest.open(folder.resolve("r")));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}
