package org.anlan.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Language;
import org.anlan.base.Text;
import org.anlan.catalog.Style;
import org.anlan.report.MapPicture;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SvgMapTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private static final Style.Symbol LINE =
            new Style.Symbol(Optional.empty(), Optional.of("#1b7837"), 3, Optional.empty(), Style.Pattern.SOLID);

    private static MapPicture map(Envelope extent, List<MapPicture.Shape> shapes) {
        return new MapPicture(
                Text.same("coast"), extent, List.of(new MapPicture.Layer(Text.same("line"), LINE, shapes)));
    }

    /** A wavy coast from west to east, cut into segments of ten vertices. */
    private static List<MapPicture.Shape> coast(int segments) {
        List<MapPicture.Shape> shapes = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            Coordinate[] line = new Coordinate[10];
            for (int i = 0; i < line.length; i++) {
                double along = (s * (line.length - 1) + i) / (double) (segments * (line.length - 1));
                line[i] = new Coordinate(118 + along, 24 + 0.05 * Math.sin(100 * along));
            }
            shapes.add(new MapPicture.Shape(SHAPES.createLineString(line), ""));
        }
        return shapes;
    }

    @Test
    void aCoastOfAHundredThousandSegmentsIsASmallDrawing() {
        String svg = SvgMap.of(map(new Envelope(118, 119, 23.8, 24.2), coast(100_000)), Language.EN, "m");
        assertThat(svg.length()).isBetween(10_000, 500_000);
    }

    @Test
    void aLineThatIsDrawnTwiceIsInkOnce() {
        List<MapPicture.Shape> once = coast(10);
        List<MapPicture.Shape> twice = new ArrayList<>(once);
        once.forEach(shape -> twice.add(new MapPicture.Shape(shape.geometry().reverse(), "")));
        Envelope extent = new Envelope(118, 119, 23.8, 24.2);
        assertThat(SvgMap.of(map(extent, twice), Language.EN, "m"))
                .isEqualTo(SvgMap.of(map(extent, once), Language.EN, "m"));
    }

    @Test
    void aLineShorterThanTheRasterIsStillSeen() {
        Geometry tiny =
                SHAPES.createLineString(new Coordinate[] {new Coordinate(118.5, 24), new Coordinate(118.500001, 24)});
        String svg = SvgMap.of(
                map(new Envelope(118, 119, 23.8, 24.2), List.of(new MapPicture.Shape(tiny, ""))), Language.EN, "m");
        assertThat(svg).contains("M360 200h.5");
    }

    @Test
    void namesAreWrittenOnceAndEscaped() {
        Geometry area = SHAPES.toGeometry(new Envelope(118.2, 118.8, 23.9, 24.1));
        String svg = SvgMap.of(
                map(
                        new Envelope(118, 119, 23.8, 24.2),
                        List.of(
                                new MapPicture.Shape(area, "", "<祥芝>"),
                                new MapPicture.Shape(area, "", "hidden behind it"))),
                Language.ZH,
                "m");
        assertThat(svg).contains(">&lt;祥芝&gt;</text>").doesNotContain("hidden");
    }
}
