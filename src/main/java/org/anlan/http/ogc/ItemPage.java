package org.anlan.http.ogc;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.join;
import static j2html.TagCreator.rawHtml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.frozen.FeatureProperties;
import org.anlan.store.Revision;
import org.anlan.store.Row;

/** One feature for people. */
final class ItemPage {

    private final Asked asked;
    private final LayerDefinition layer;
    private final Optional<Revision> revision;
    private final FeatureProperties properties;
    private final Picture picture;
    private final Shown shown;
    private final List<DomContent> facts = new ArrayList<>();
    private String id = "";

    ItemPage(
            Asked asked,
            LayerDefinition layer,
            Optional<Revision> revision,
            FeatureProperties properties,
            Catalog catalog) {
        this.asked = asked;
        this.layer = layer;
        this.revision = revision;
        this.properties = properties;
        this.picture = new Picture(layer);
        this.shown = new Shown(layer, catalog, asked);
    }

    void take(Row row) {
        id = row.id();
        picture.take(row);
        for (FeatureProperties.Property property : properties.list()) {
            String value = shown.of(property, row);
            if (!value.isEmpty()) {
                facts.add(join(
                        dt(shown.title(property) + " (" + property.name() + ")"), dd(value + shown.unit(property))));
            }
        }
    }

    void send(ObjectNode links) {
        Page page = new Page(asked)
                .step(page("图层", "Layers"), "/collections")
                .step(asked.words(layer.title()), "/collections/" + layer.id())
                .step(page("要素", "Features"), "/collections/" + layer.id() + "/items");
        page.links(links);
        page.send(
                id,
                div(rawHtml(picture.svg(id))).withClass("picture"),
                dl(
                        each(facts, fact -> fact),
                        dt(page("版次", "Revision")),
                        dd(revision.map(r -> Long.toString(r.id())).orElse("–"))));
    }

    private String page(String zh, String en) {
        return asked.words(new Text(zh, en));
    }
}
