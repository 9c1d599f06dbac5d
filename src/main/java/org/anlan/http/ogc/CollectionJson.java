package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Json;
import org.anlan.store.Extent;
import org.anlan.store.Revision;

/** Describes a layer as a collection (17-069r4 §7.13-7.14, 18-058r1 §6.1, 23-058r1). */
final class CollectionJson {

    private static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    private static final String STYLES = "http://www.opengis.net/def/rel/ogc/1.0/styles";

    private final Asked asked;

    CollectionJson(Asked asked) {
        this.asked = asked;
    }

    /**
     * @param revision the state that is described
     * @param since when the layer's first revision was committed
     */
    ObjectNode of(LayerDefinition layer, Optional<Revision> revision, Optional<Instant> since, List<Link> first) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("id", layer.id());
        node.put("title", asked.words(layer.title()));
        node.put("description", asked.words(layer.about()));
        extent(node, layer, revision, since);
        node.put("itemType", "feature");
        ArrayNode crs = node.putArray("crs");
        OgcCrs.offered(revision.flatMap(r -> r.state().extent())).forEach(one -> crs.add(one.uri()));
        if (layer.geometry() != GeometryKind.NONE) {
            node.put("storageCrs", OgcCrs.STORAGE.uri());
        }
        revision.ifPresent(r -> {
            node.put("revision", r.id());
            node.put("updated", r.at().toString());
            node.put("numberOfFeatures", r.state().count());
        });
        List<Link> links = new ArrayList<>(first);
        links.addAll(links(layer));
        Link.put(node, links);
        return node;
    }

    private static void extent(
            ObjectNode node, LayerDefinition layer, Optional<Revision> revision, Optional<Instant> since) {
        if (revision.isEmpty()) {
            return;
        }
        ObjectNode extent = node.putObject("extent");
        revision.get().state().extent().ifPresent(where -> spatial(extent.putObject("spatial"), where));
        ArrayNode interval = extent.putObject("temporal").putArray("interval").addArray();
        SortedMap<Integer, Long> years = revision.get().state().surveyYears();
        if (layer.surveyYearField().isPresent() && !years.isEmpty()) {
            interval.add(years.firstKey() + "-01-01T00:00:00Z").add(years.lastKey() + "-12-31T23:59:59Z");
        } else {
            since.ifPresentOrElse(moment -> interval.add(moment.toString()), interval::addNull);
            interval.addNull();
        }
        ((ObjectNode) extent.get("temporal")).put("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
    }

    private static void spatial(ObjectNode spatial, Extent where) {
        spatial.putArray("bbox")
                .addArray()
                .add(where.west())
                .add(where.south())
                .add(where.east())
                .add(where.north());
        spatial.put("crs", OgcCrs.CRS84.uri());
    }

    private List<Link> links(LayerDefinition layer) {
        String own = asked.root() + "/collections/" + Asked.encoded(layer.id());
        List<Link> tiles = layer.geometry() == GeometryKind.NONE
                ? List.of()
                : List.of(
                        new Link(TILESETS, own + "/tiles?f=json", Media.JSON, "Vector tiles"),
                        new Link(STYLES, own + "/styles?f=json", Media.JSON, "Styles"));
        List<Link> links = new ArrayList<>(tiles);
        links.addAll(List.of(
                new Link("items", own + "/items?f=json", Media.GEOJSON, "GeoJSON"),
                new Link("items", own + "/items?f=html", Media.HTML, "HTML"),
                new Link(
                        "http://www.opengis.net/def/rel/ogc/1.0/schema",
                        own + "/schema?f=json",
                        Media.SCHEMA,
                        "Schema"),
                Link.queryables(own),
                new Link(
                        "http://www.opengis.net/def/rel/ogc/1.0/sortables",
                        own + "/sortables?f=json",
                        Media.SCHEMA,
                        "Sortables")));
        return links;
    }
}
