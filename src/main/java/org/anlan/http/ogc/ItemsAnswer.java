package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.http.Json;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.Row;
import org.anlan.store.RowVisitor;

/**
 * Streams a page of features as a GeoJSON FeatureCollection (17-069r4 /req/core/fc-response, /req/geojson/content): {@code timeStamp}, {@code numberMatched}
 * where it is known, the features, {@code numberReturned} and the links.
 */
final class ItemsAnswer {

    private final FeatureStore features;
    private final ItemsQuery query;
    private final Asked asked;

    ItemsAnswer(FeatureStore features, ItemsQuery query, Asked asked) {
        this.features = features;
        this.query = query;
        this.asked = asked;
    }

    /** What stands before and behind the page, once it was read. */
    record Ends(int returned, Optional<Long> next, Optional<Long> prev) {}

    void stream(OutputStream out, OptionalLong matched) throws IOException {
        FeaturesOut writer = new FeaturesOut(out, query.crs(), query.properties(), query.whole(), query.shapes());
        writer.text("{\"type\":\"FeatureCollection\",\"timeStamp\":\""
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\","
                + (matched.isPresent() ? "\"numberMatched\":" + matched.getAsLong() + "," : "") + "\"features\":[");
        try {
            Ends ends = read(row -> {
                try {
                    writer.feature(row);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.text("],\"numberReturned\":" + ends.returned() + ",\"links\":" + links(ends) + "}");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.close();
    }

    /** Gives the page's features to a visitor, in their order. */
    Ends read(RowVisitor visitor) {
        return query.sorting().isPresent() ? sorted(query.sorting().get(), visitor) : byKey(visitor);
    }

    private Ends byKey(RowVisitor visitor) {
        long after = query.after().orElse(0L);
        boolean first = query.after().isEmpty();
        int limit = query.limit();
        if (query.before().isPresent()) {
            List<Long> keys = new ArrayList<>();
            first = !features.read(
                    query.features()
                            .in(FeatureQuery.Order.KEY_DOWN)
                            .page(query.before().get(), limit),
                    row -> keys.add(row.fid()));
            limit = keys.size();
            after = keys.isEmpty() ? 0 : keys.get(keys.size() - 1) - 1;
        }
        Seen seen = new Seen(visitor);
        boolean more = limit > 0 && features.read(query.features().page(after, limit), seen);
        boolean behind = more || (query.before().isPresent() && seen.count > 0);
        return new Ends(
                seen.count,
                behind ? Optional.of(seen.last) : Optional.empty(),
                first || seen.count == 0 ? Optional.empty() : Optional.of(seen.first));
    }

    private Ends sorted(Sorting sorting, RowVisitor visitor) {
        boolean back = query.before().isPresent();
        Optional<Long> anchor = back ? query.before() : query.after();
        Sorting.Page page = sorting.page(features, query.features(), anchor, back, query.limit());
        int count = page.places().size();
        for (int from = 0; from < count; from += FeatureQuery.MOST_IDS) {
            inOrder(page.places().subList(from, Math.min(count, from + FeatureQuery.MOST_IDS)), visitor);
        }
        boolean before = back ? page.more() : query.after().isPresent();
        boolean behind = back || page.more();
        return new Ends(
                count,
                count > 0 && behind ? Optional.of(page.places().get(count - 1).fid()) : Optional.empty(),
                count > 0 && before ? Optional.of(page.places().get(0).fid()) : Optional.empty());
    }

    /** Reads features by their ids, and gives them on in this order: what is between is kept encoded. */
    private void inOrder(List<Sorting.Place> places, RowVisitor visitor) {
        LinkedHashSet<String> ids = new LinkedHashSet<>();
        places.forEach(place -> ids.add(place.id()));
        Map<Long, KeptRow> rows = new HashMap<>();
        boolean unused =
                features.read(query.features().passing(row -> true).withIds(ids).page(0, Integer.MAX_VALUE), row -> {
                    rows.put(row.fid(), KeptRow.of(row, query.features().layer()));
                    return true;
                });
        places.forEach(place -> visitor.visit(rows.get(place.fid())));
    }

    private String links(Ends ends) {
        ObjectNode node = Json.mapper().createObjectNode();
        Link.put(node, linksOf(ends));
        return node.get("links").toString();
    }

    /** Links of the page: itself, its other form, the pages beside it, the collection (17-069r4 /req/core/fc-links). */
    List<Link> linksOf(Ends ends) {
        Form form = asked.form(Media.GEOJSON, Media.JSON);
        String type = form == Form.DATA ? Media.GEOJSON : Media.HTML;
        List<Link> links = new ArrayList<>(asked.selfAndAlternate(form, Media.GEOJSON));
        ends.next().ifPresent(fid -> links.add(new Link("next", asked.with(query.page(asked, "after", fid)), type)));
        ends.prev().ifPresent(fid -> links.add(new Link("prev", asked.with(query.page(asked, "before", fid)), type)));
        links.add(new Link("collection", collection(), Media.JSON));
        return links;
    }

    private String collection() {
        return asked.root() + "/collections/"
                + Asked.encoded(query.features().layer().id());
    }

    /** Counts what it hands on. */
    private static final class Seen implements RowVisitor {
        private final RowVisitor visitor;
        private int count;
        private long first;
        private long last;

        Seen(RowVisitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public boolean visit(Row row) {
            if (count == 0) {
                first = row.fid();
            }
            last = row.fid();
            count++;
            return visitor.visit(row);
        }
    }
}
