package org.anlan.report.page;

import static j2html.TagCreator.body;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.img;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anlan.base.Language;
import org.anlan.base.Text;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.Heading;
import org.anlan.report.MapPicture;
import org.anlan.report.Photos;
import org.anlan.report.Table;
import org.anlan.report.Unit;
import org.anlan.report.Words;
import org.anlan.report.picture.SvgMap;
import org.anlan.report.picture.SvgPath;
import org.anlan.report.picture.SvgSymbol;

/** A document as one page of HTML that needs nothing else: to read on a screen and to print on A4. Everything in it is escaped. */
public final class PrintedPage {

    private static final Text BASIS = new Text("依据", "What this rests on");

    private final Language language;
    private int pictures;

    private PrintedPage(Language language) {
        this.language = language;
    }

    /** The page. */
    public static String of(Document document, Language language) {
        return "<!doctype html>\n" + new PrintedPage(language).page(document);
    }

    private String page(Document document) {
        List<DomContent> parts = new ArrayList<>();
        document.blocks().forEach(block -> parts.add(block(block)));
        return html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                title(words(document.title()) + " · 岸澜 Anlan"),
                                style(rawHtml(look()))),
                        body(
                                header(h1(words(document.title())), p(words(document.about()))),
                                main(each(parts, part -> part)),
                                section(h2(words(BASIS)), facts(document.basis()))
                                        .withClass("basis"),
                                footer("岸澜 Anlan")))
                .withLang(language.tag())
                .render();
    }

    private String words(Text text) {
        return language.of(text);
    }

    private DomContent block(Block block) {
        if (block instanceof Heading heading) {
            return h2(words(heading.text()));
        }
        if (block instanceof Words said) {
            return said(said);
        }
        if (block instanceof Facts facts) {
            return facts(facts);
        }
        if (block instanceof Table rows) {
            return rows(rows);
        }
        if (block instanceof MapPicture map) {
            return map(map);
        }
        if (block instanceof Photos photos) {
            return photos(photos);
        }
        throw new IllegalStateException("a page does not know " + block.getClass());
    }

    /** The sign before the words says what the colour says. */
    private DomContent said(Words said) {
        String sign =
                switch (said.tone()) {
                    case PLAIN -> "";
                    case WARNING -> "⚠ ";
                    case GOOD -> "✓ ";
                    case BAD -> "✗ ";
                };
        return p(sign + words(said.text())).withClass(said.tone().name().toLowerCase(Locale.ROOT));
    }

    private DomContent facts(Facts facts) {
        return table(tbody(each(facts.facts(), fact -> tr(th(words(fact.name())), td(fact(fact))))))
                .withClass("facts");
    }

    private String fact(Facts.Fact fact) {
        String shown = shown(fact.value(), fact.unit());
        return fact.value() instanceof Number && !fact.unit().sign().zh().isEmpty()
                ? shown + " " + words(fact.unit().sign())
                : shown;
    }

    private DomContent rows(Table rows) {
        return table(
                        caption(words(rows.title())),
                        thead(tr(each(rows.columns(), column -> th(words(column.heading()))
                                .attr("scope", "col")))),
                        tbody(each(rows.rows(), row -> row(rows, row))))
                .withClass("rows");
    }

    private DomContent row(Table rows, Table.Row row) {
        List<DomContent> cells = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            Object value = row.values().get(i);
            String shown = shown(value, rows.columns().get(i).unit());
            cells.add(value instanceof Number ? td(shown).withClass("number") : td(shown));
        }
        return row.sum() ? tr(each(cells, cell -> cell)).withClass("sum") : tr(each(cells, cell -> cell));
    }

    private String shown(Object value, Unit unit) {
        if (value instanceof Text text) {
            return words(text);
        }
        return value instanceof Number number ? unit.shown(number) : value.toString();
    }

    private DomContent photos(Photos photos) {
        return section(
                        h2(words(photos.title())),
                        each(
                                photos.photos(),
                                photo -> figure(
                                        img().withSrc("data:image/jpeg;base64," + photo.jpeg())
                                                .withAlt(photo.caption()),
                                        figcaption(photo.caption()))))
                .withClass("photos");
    }

    private DomContent map(MapPicture map) {
        pictures++;
        String id = "map" + pictures;
        return figure(
                rawHtml(SvgMap.of(map, language, id)),
                figcaption(words(map.title())),
                ul(each(legend(map, id), entry -> entry)).withClass("legend"));
    }

    private List<DomContent> legend(MapPicture map, String id) {
        List<DomContent> entries = new ArrayList<>();
        for (MapPicture.Layer layer : map.layers()) {
            int dimension = layer.shapes().stream()
                    .mapToInt(shape -> shape.geometry().getDimension())
                    .max()
                    .orElse(1);
            SvgSymbol symbol = new SvgSymbol(layer.symbol(), id + "-legend-" + entries.size());
            entries.add(li(
                    rawHtml("<svg viewBox=\"0 0 34 14\" aria-hidden=\"true\">" + symbol.definitions()
                            + symbol.drawn(SvgPath.sample(dimension), dimension) + "</svg>"),
                    span(words(layer.name()))));
        }
        return entries;
    }

    private static String look() {
        try (InputStream look = PrintedPage.class.getResourceAsStream("/report/page.css")) {
            return new String(look.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
