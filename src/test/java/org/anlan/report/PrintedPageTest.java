package org.anlan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Language;
import org.anlan.base.Text;
import org.anlan.catalog.Style;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PrintedPageTest {

    private static final Text EVIL = Text.same("<script>alert(1)</script>&\"");

    private static final Table TABLE = new Table(
            new Text("各镇", "By town"),
            List.of(
                    new Table.Column(new Text("名称", "Name"), Unit.NONE),
                    new Table.Column(new Text("长度", "Length"), Unit.METRES),
                    new Table.Column(new Text("年度", "Year"), Unit.NONE)),
            List.of(Table.Row.of("永宁镇", 12345.678, 2020), Table.Row.sum(new Text("合计", "Total"), -0.0001, "")));

    private static String page(Language language, Block... blocks) throws IOException {
        Document document = new Document(
                new Text("标题", "Title"),
                new Text("关于", "About"),
                List.of(blocks),
                Facts.none().and(new Text("面积", "Area"), 1234567.89, Unit.SQUARE_METRES));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormat.HTML.write(document, language, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPageSpeaksOneLanguageAndRoundsNumbersForPeople() throws IOException {
        assertThat(page(Language.ZH, TABLE))
                .contains("lang=\"zh-CN\"", "各镇", "长度（m）", "12,345.68", ">2020<", "合计", "1,234,567.9 m²", "依据")
                .doesNotContain("By town", "Total", "-0.00");
        assertThat(page(Language.EN, TABLE))
                .contains("lang=\"en\"", "By town", "Length (m)", "Total", "What this rests on")
                .doesNotContain("各镇", "合计");
    }

    @Test
    void nothingThatIsWrittenBecomesMarkup() throws IOException {
        String page = page(
                Language.ZH,
                new Heading(EVIL),
                new Words(Words.Tone.BAD, EVIL),
                Facts.none().and(EVIL, EVIL),
                new Table(EVIL, List.of(new Table.Column(EVIL, Unit.NONE)), List.of(Table.Row.of(EVIL))),
                map("POINT (118.7 24.7)", EVIL.zh()));
        assertThat(page).doesNotContain("<script", "&\"").contains("&lt;script&gt;", "✗ ");
    }

    private static MapPicture map(String wkt, String mark) {
        try {
            Style.Symbol red = new Style.Symbol(
                    Optional.empty(), Optional.of("#d7301f"), 2, Optional.of("#d7301f1f"), Style.Pattern.HATCHED);
            return new MapPicture(
                    EVIL,
                    new Envelope(118.69, 118.71, 24.69, 24.71),
                    List.of(new MapPicture.Layer(
                            EVIL, red, List.of(new MapPicture.Shape(new WKTReader().read(wkt), mark)))));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMapHasItsScaleItsNorthItsSystemAndALegend() throws IOException {
        // 0.02 degrees of longitude at 24.7° N are 2 023 m; the height of the drawing decides: 0.02 degrees of
        // latitude, 2 215 m, on 348 pixels
        String page = page(Language.ZH, map("POLYGON ((118.69 24.69, 118.71 24.69, 118.71 24.71, 118.69 24.69))", "7"));
        assertThat(page).contains("1 km · CGCS2000", ">北<", "class=\"legend\"", "url(#map1-0)", ">7</text>");
    }

    @Test
    void shapesFarFromTheMapAreLeftOut() throws IOException {
        assertThat(page(Language.ZH, map("LINESTRING (10 10, 11 11)", "9"))).doesNotContain(">9</text>");
    }

    @Test
    void aRowMustFitItsTable() {
        assertThatThrownBy(() -> new Table(EVIL, List.of(), List.of(Table.Row.of("one too many"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
