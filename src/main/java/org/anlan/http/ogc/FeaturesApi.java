package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.export.Reach;
import org.anlan.frozen.FeatureProperties;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;

/**
 * {@code /collections/{id}/items} and {@code /collections/{id}/items/{featureId}}: OGC API Features Part 1 {@code core}, {@code geojson} and {@code html},
 * Part 2 {@code crs}, Part 3 {@code features-filter} and {@code queryables-query-parameters}, with {@code sortby}, {@code properties} and
 * {@code skipGeometry}.
 *
 * <p>Pages are told apart by keys, and links keep the revision: paging loses and doubles nothing while others commit. A page of up to 10 000 features needs
 * one of the places for readers, a larger one of those for heavy requests; who finds none is told so (503, {@code Retry-After}).
 */
final class FeaturesApi {

    private static final int LARGE = 10_000;

    private final Services services;
    private final Collections collections;
    private final ItemsReading reading;
    private final Counting counting;
    private final Heavy readers;
    private final Heavy heavy;

    FeaturesApi(Services services, Collections collections, Moments moments, Heavy readers, Heavy heavy) {
        this.services = services;
        this.collections = collections;
        this.reading = new ItemsReading(services, collections, moments);
        this.counting = new Counting(services.features());
        this.readers = readers;
        this.heavy = heavy;
    }

    void register(RoutesConfig routes) {
        Reading.at(routes, "/ogc/collections/{collectionId}/items", this::items);
        Reading.at(routes, "/ogc/collections/{collectionId}/items/{featureId}", this::item);
    }

    private void items(Context context) throws Exception {
        LayerDefinition layer = collections.named(context);
        Asked asked = Asked.of(context, services.publicAddress(), reading.parameters(layer));
        Form form = asked.form(Media.GEOJSON, Media.JSON);
        ItemsQuery query = reading.read(layer, asked, form == Form.PAGE);
        context.header("Content-Crs", "<" + query.crs().uri() + ">");
        context.header(
                "Link",
                Link.queryables(asked.root() + "/collections/" + Asked.encoded(layer.id()))
                        .header());
        if (Reading.isKnown(context, tag(query, asked, form))) {
            return;
        }
        (query.limit() > LARGE ? heavy : readers)
                .within(c -> answer(c, query, asked, form))
                .handle(context);
    }

    private void answer(Context context, ItemsQuery query, Asked asked, Form form) throws IOException {
        ItemsAnswer answer = new ItemsAnswer(services.features(), query, asked);
        OptionalLong matched = counting.of(query, asked);
        if (form == Form.PAGE) {
            new ItemsPage(asked, query, services.catalog()).send(answer, matched);
            return;
        }
        context.contentType(Media.GEOJSON);
        OutputStream out = new SteadyReader(context.outputStream());
        answer.stream(out, matched);
    }

    /** The same question of the same revision always has the same answer; the moment tells revisions of two stores apart that had one address. */
    private static String tag(ItemsQuery query, Asked asked, Form form) {
        String question = asked.with(asked.parameters())
                + form
                + asked.english()
                + query.revision().map(Revision::at);
        return query.features().layer().id() + "-r"
                + query.features().revision().orElse(0) + "-" + Integer.toHexString(question.hashCode());
    }

    private void item(Context context) throws IOException {
        LayerDefinition layer = collections.named(context);
        Asked asked = Asked.of(context, services.publicAddress(), Set.of("crs", "revision", "as-of"));
        Form form = asked.form(Media.GEOJSON, Media.JSON);
        Optional<Revision> revision = collections.state(layer, asked);
        List<OgcCrs> offered = OgcCrs.offered(revision.flatMap(r -> r.state().extent()));
        OgcCrs crs = asked.text("crs").map(c -> OgcCrs.named("crs", c, offered)).orElse(OgcCrs.CRS84);
        String id = context.pathParam("featureId");
        FeatureQuery query =
                FeatureQuery.all(layer, revision.map(Revision::id).orElse(0L)).withIds(Set.of(id));
        Reach.require(crs.crs(), query, revision);
        context.header("Content-Crs", "<" + crs.uri() + ">");
        FeatureProperties properties = FeatureProperties.of(layer, services.catalog());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ItemPage page = new ItemPage(asked, layer, revision, properties, services.catalog());
        boolean unused = services.features().read(query, row -> {
            try (FeaturesOut out = new FeaturesOut(bytes, crs, properties, crs.equals(OgcCrs.CRS84), true)) {
                out.feature(row);
                page.take(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return false;
        });
        if (bytes.size() == 0) {
            throw Refusal.notFound(
                    "unknown-feature",
                    "图层 %s 没有要素“%s”（版次 %s）",
                    "Layer %s has no feature \"%s\" (revision %s)",
                    layer.id(),
                    id,
                    revision.map(r -> Long.toString(r.id())).orElse("–"));
        }
        String tag = layer.id() + "-r" + query.revision().getAsLong() + "-"
                + Integer.toHexString(
                        (id + crs.uri() + form + asked.english() + asked.root() + revision.map(Revision::at))
                                .hashCode());
        if (Reading.isKnown(context, tag)) {
            return;
        }
        ObjectNode links = Json.mapper().createObjectNode();
        Link.put(links, links(asked, form, layer));
        if (form == Form.PAGE) {
            page.send(links);
            return;
        }
        // the links go into the feature, before its last brace
        String end = ",\"links\":" + links.get("links") + "}";
        byte[] feature = bytes.toByteArray();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(feature.length + end.length());
        whole.write(feature, 0, feature.length - 1);
        whole.writeBytes(end.getBytes(StandardCharsets.UTF_8));
        context.contentType(Media.GEOJSON).result(whole.toByteArray());
    }

    private static List<Link> links(Asked asked, Form form, LayerDefinition layer) {
        var links = new ArrayList<>(asked.selfAndAlternate(form, Media.GEOJSON));
        links.add(new Link("collection", asked.root() + "/collections/" + layer.id(), Media.JSON));
        return links;
    }
}
