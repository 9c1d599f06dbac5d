package org.anlan.http.ogc;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.frozen.FeatureProperties;
import org.anlan.http.Json;
import org.anlan.store.Row;

/** A page of features for people: a drawing, a table with labels in the place of codes, the pages beside it. */
final class ItemsPage {

    /** The most features that a page shows. */
    static final int MOST = 100;

    private final Asked asked;
    private final ItemsQuery query;
    private final Shown shown;

    ItemsPage(Asked asked, ItemsQuery query, Catalog catalog) {
        this.asked = asked;
        this.query = query;
        this.shown = new Shown(query.features().layer(), catalog, asked);
    }

    void send(ItemsAnswer answer, OptionalLong matched) {
        LayerDefinition layer = query.features().layer();
        Page page = new Page(asked)
                .step(page(Text.of("图层", "Layers")), "/collections")
                .step(asked.words(layer.title()), "/collections/" + layer.id());
        List<FeatureProperties.Property> columns = columns();
        Picture picture = new Picture(layer);
        List<DomContent> rows = new ArrayList<>();
        ItemsAnswer.Ends ends = answer.read(row -> {
            if (query.shapes()) {
                picture.take(row);
            }
            rows.add(row(page, layer, columns, row));
            return true;
        });
        List<Link> links = answer.linksOf(ends);
        String count = matched.isPresent() ? Long.toString(matched.getAsLong()) : "?";
        ObjectNode all = Json.mapper().createObjectNode();
        Link.put(all, links);
        page.links(all);
        page.send(
                asked.words(layer.title()),
                p(page.words(
                        "本页 " + ends.returned() + " 个，共 " + count + " 个",
                        ends.returned() + " here, " + count + " in all")),
                div(rawHtml(picture.svg(asked.words(layer.title())))).withClass("picture"),
                pages(page, links),
                filter(page),
                div(table(
                                thead(tr(
                                        th("id"),
                                        each(columns, column -> th(shown.title(column) + shown.unit(column))))),
                                tbody(each(rows, row -> row))))
                        .withClass("wide"),
                pages(page, links));
    }

    private String page(Text text) {
        return asked.words(text);
    }

    /** A label stands in the place of its code. */
    private List<FeatureProperties.Property> columns() {
        List<FeatureProperties.Property> all = query.properties().list();
        return all.stream()
                .filter(column -> column.label()
                        || all.stream()
                                .noneMatch(other -> other.label()
                                        && other.field().equals(column.field())
                                        && column.field().isPresent()))
                .toList();
    }

    private DomContent row(Page page, LayerDefinition layer, List<FeatureProperties.Property> columns, Row row) {
        String href = page.address("/collections/" + layer.id() + "/items/" + Asked.encodedSegment(row.id()));
        List<DomContent> cells = new ArrayList<>();
        cells.add(td(a(row.id()).withHref(href)));
        for (FeatureProperties.Property column : columns) {
            cells.add(td(shown.of(column, row)));
        }
        return tr(each(cells, cell -> cell));
    }

    private static DomContent pages(Page page, List<Link> links) {
        return nav(each(
                        links.stream()
                                .filter(link ->
                                        link.rel().equals("prev") || link.rel().equals("next"))
                                .toList(),
                        link -> a(link.rel().equals("prev")
                                        ? page.words("← 上一页", "← previous")
                                        : page.words("下一页 →", "next →"))
                                .withHref(link.href())
                                .withRel(link.rel())))
                .withClass("pages")
                .attr("aria-label", page.words("翻页", "Pages"));
    }

    private DomContent filter(Page page) {
        return form(
                        label(page.words("条件（CQL2）", "Filter (CQL2)")).withFor("filter"),
                        input().withId("filter")
                                .withName("filter")
                                .withValue(asked.text("filter").orElse(""))
                                .isRequired(),
                        input().withType("hidden").withName("f").withValue("html"),
                        each(asked.text("lang").stream().toList(), lang -> input().withType("hidden")
                                .withName("lang")
                                .withValue(lang)),
                        button(page.words("查询", "Ask")),
                        a(code("queryables"))
                                .withHref(page.address("/collections/"
                                        + query.features().layer().id() + "/queryables")))
                .withMethod("get")
                .withAction(asked.path());
    }
}
