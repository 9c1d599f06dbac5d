package org.anlan.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grids have the published numbers, and lines are cut and thinned as they should. */
class TilesTest {

    @ParameterizedTest
    @CsvSource({
        "WebMercatorQuad, 0, 559082264.0287178, 156543.03392804097, 1, 1",
        "WebMercatorQuad, 12, 136494.69336638617, 38.21851414258813, 4096, 4096",
        "WorldCRS84Quad, 0, 279541132.0143589, 0.703125, 2, 1",
        "CGCS2000Quad, 1, 279541132.0143589, 0.703125, 2, 1",
        "CGCS2000Quad, 12, 136494.69336638617, 0.00034332275390625, 4096, 2048"
    })
    void gridsHaveThePublishedNumbers(String id, String matrix, double scale, double cell, int columns, int rows) {
        TileGrid grid = TileGrid.named(id).orElseThrow();
        int level = grid.level(matrix).orElseThrow();
        assertThat(grid.scaleDenominator(level)).isCloseTo(scale, within(scale * 1e-12));
        assertThat(grid.cellSize(level)).isCloseTo(cell, within(cell * 1e-12));
        assertThat(grid.columns(level)).isEqualTo(columns);
        assertThat(grid.rows(level)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"WebMercatorQuad", "WorldCRS84Quad", "CGCS2000Quad"})
    void aPlaceInAGridIsFoundAgain(String id) {
        TileGrid grid = TileGrid.named(id).orElseThrow();
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            double longitude = 360 * random.nextDouble() - 180;
            double latitude = 160 * random.nextDouble() - 80;
            int level = random.nextInt(TileGrid.LAST_LEVEL + 1);
            assertThat(grid.longitude(grid.column(longitude, level), level)).isCloseTo(longitude, within(1e-9));
            assertThat(grid.latitude(grid.row(latitude, level), level)).isCloseTo(latitude, within(1e-9));
        }
    }

    @Test
    void aThinnedLineKeepsItsEndsAndStaysNear() {
        Random random = new Random(2);
        Thinning thinning = new Thinning();
        for (int round = 0; round < 100; round++) {
            Points line = new Points();
            Points whole = new Points();
            double y = 0;
            for (int i = 0; i < 200; i++) {
                y += random.nextGaussian();
                line.add(3 * i, y);
                whole.add(3 * i, y);
            }
            thinning.thin(line, 5);
            assertThat(line.count).isLessThan(whole.count);
            assertThat(line.x(0)).isEqualTo(whole.x(0));
            assertThat(line.y(line.count - 1)).isEqualTo(whole.y(whole.count - 1));
            for (int i = 0; i < whole.count; i++) {
                assertThat(distance(line, whole.x(i), whole.y(i))).isLessThanOrEqualTo(5 + 1e-9);
            }
        }
    }

    @Test
    void whatIsLeftOfALineLiesWithinAndNothingWithinIsLost() {
        Random random = new Random(3);
        Clip clip = new Clip(-10, 110);
        for (int round = 0; round < 200; round++) {
            Points line = new Points();
            for (int i = 0; i < 20; i++) {
                line.add(300 * random.nextDouble() - 100, 300 * random.nextDouble() - 100);
            }
            double[] length = {0};
            clip.line(line, part -> {
                for (int i = 0; i < part.count; i++) {
                    assertThat(part.x(i)).isBetween(-10 - 1e-9, 110 + 1e-9);
                    assertThat(part.y(i)).isBetween(-10 - 1e-9, 110 + 1e-9);
                    length[0] += i == 0 ? 0 : Math.hypot(part.x(i) - part.x(i - 1), part.y(i) - part.y(i - 1));
                }
            });
            assertThat(length[0]).isCloseTo(inside(line), within(1e-6));
        }
    }

    @Test
    void linesThatMeetAreJoinedWithoutLosingAny() {
        Joining joining = new Joining();
        joining.add(new int[] {0, 0, 5, 5});
        joining.add(new int[] {20, 0, 10, 0});
        joining.add(new int[] {5, 5, 10, 0});
        joining.add(new int[] {100, 100, 120, 100});
        assertThat(joining.joined())
                .containsExactly(new int[] {0, 0, 5, 5, 10, 0, 20, 0}, new int[] {100, 100, 120, 100});
    }

    private static double distance(Points line, double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < line.count; i++) {
            least = Math.min(
                    least, java.awt.geom.Line2D.ptSegDist(line.x(i - 1), line.y(i - 1), line.x(i), line.y(i), x, y));
        }
        return least;
    }

    private static double inside(Points line) {
        var factory = new org.locationtech.jts.geom.GeometryFactory();
        var square = factory.toGeometry(new org.locationtech.jts.geom.Envelope(-10, 110, -10, 110));
        double sum = 0;
        for (int i = 1; i < line.count; i++) {
            sum += factory.createLineString(new org.locationtech.jts.geom.Coordinate[] {
                        new org.locationtech.jts.geom.Coordinate(line.x(i - 1), line.y(i - 1)),
                        new org.locationtech.jts.geom.Coordinate(line.x(i), line.y(i))
                    })
                    .intersection(square)
                    .getLength();
        }
        return sum;
    }
}
