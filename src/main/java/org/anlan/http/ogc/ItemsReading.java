package org.anlan.http.ogc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.export.Reach;
import org.anlan.frozen.FeatureProperties;
import org.anlan.http.Services;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.RowFilter;

/** Reads the parameters of {@code /collections/{id}/items} (17-069r4 §7.15, 18-058r1 §6, 19-079r2 §7). */
final class ItemsReading {

    /** How many features an answer has when nothing is said. */
    static final int USUAL_LIMIT = 100;

    /** How many it has at most; a higher limit is taken as this one (17-069r4 /req/core/fc-limit-response-1). */
    static final int MOST = 1_000_000;

    static final Set<String> PARAMETERS = Set.of(
            "limit",
            "bbox",
            "bbox-crs",
            "crs",
            "datetime",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "properties",
            "skipGeometry",
            "revision",
            "as-of",
            "after",
            "before");

    private final Services services;
    private final Collections collections;
    private final Moments moments;
    private final Filtering filtering;

    ItemsReading(Services services, Collections collections, Moments moments) {
        this.services = services;
        this.collections = collections;
        this.moments = moments;
        this.filtering = new Filtering(services.catalog(), moments);
    }

    /** The parameters that items of a layer take: the usual ones, and its queryables. */
    Set<String> parameters(LayerDefinition layer) {
        Set<String> all = new LinkedHashSet<>(PARAMETERS);
        all.addAll(filtering.parameters(layer));
        return all;
    }

    /** @param page whether a page for people is asked for, which shows fewer features */
    ItemsQuery read(LayerDefinition layer, Asked asked, boolean page) {
        Optional<Revision> revision = collections.state(layer, asked);
        List<OgcCrs> offered = OgcCrs.offered(extent(revision));
        OgcCrs crs = asked.text("crs").map(c -> OgcCrs.named("crs", c, offered)).orElse(OgcCrs.CRS84);
        FeatureQuery all = FeatureQuery.all(layer, revision.map(Revision::id).orElse(0L));
        Reach.require(crs.crs(), all, revision);
        FeatureQuery query = filtered(all, layer, asked, revision, offered);
        FeatureProperties every = FeatureProperties.of(layer, services.catalog());
        Optional<String> chosen = asked.text("properties");
        boolean shapes = !flag(asked, "skipGeometry") && layer.geometry() != GeometryKind.NONE;
        Optional<Sorting> sorting = asked.text("sortby").map(value -> Sorting.read(value, every));
        int limit = Math.min(
                whole(asked, "limit", 1).map(n -> (int) Math.min(n, MOST)).orElse(USUAL_LIMIT),
                page ? ItemsPage.MOST : sorting.isPresent() ? Sorting.MOST : MOST);
        Optional<Long> after = whole(asked, "after", 0);
        Optional<Long> before = whole(asked, "before", 1);
        if (after.isPresent() && before.isPresent()) {
            throw Refusal.invalid("bad-parameter", "after 与 before 只能给一个", "Give after or before, not both");
        }
        return new ItemsQuery(
                query,
                revision,
                limit,
                after,
                before,
                crs,
                chosen.map(names -> chosen(names, every)).orElse(every),
                chosen.isEmpty() && crs.equals(OgcCrs.CRS84) && !flag(asked, "skipGeometry"),
                shapes,
                sorting,
                query.extent().isPresent()
                        || query.surveyYear().isPresent()
                        || !query.ids().isEmpty()
                        || query.filter() != RowFilter.ALL);
    }

    private static Optional<Extent> extent(Optional<Revision> revision) {
        return revision.flatMap(r -> r.state().extent());
    }

    private FeatureQuery filtered(
            FeatureQuery all, LayerDefinition layer, Asked asked, Optional<Revision> revision, List<OgcCrs> offered) {
        List<RowFilter> filters = new ArrayList<>();
        FeatureQuery query = filtering.read(layer, asked, offered).in(all);
        if (query.filter() != RowFilter.ALL) {
            filters.add(query.filter());
        }
        Optional<String> bbox = asked.text("bbox");
        OgcCrs bboxCrs = asked.text("bbox-crs")
                .map(c -> OgcCrs.named("bbox-crs", c, offered))
                .orElse(OgcCrs.CRS84);
        if (bbox.isPresent()) {
            BoundingBox box = BoundingBox.read(bbox.get(), bboxCrs);
            if (!holdsAll(box, revision)) {
                filters.add(box.filter());
                // features without a shape match too (/req/core/fc-bbox-response C): an index of places does not have
                // them
                query = layer.geometryRequired() ? within(query, box.extent()) : query;
            }
        }
        asked.text("datetime").map(TimeSpan::read).ifPresent(span -> filters.add(in(span, layer)));
        return filters.isEmpty()
                ? query
                : query.passing(row -> {
                    for (RowFilter filter : filters) {
                        if (!filter.passes(row)) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /** The query within a rectangle, and within the one that it has. */
    static FeatureQuery within(FeatureQuery query, Extent box) {
        if (query.extent().isEmpty()) {
            return query.within(box);
        }
        Extent other = query.extent().get();
        Extent both = new Extent(
                Math.max(box.west(), other.west()),
                Math.max(box.south(), other.south()),
                Math.min(box.east(), other.east()),
                Math.min(box.north(), other.north()));
        boolean apart = both.west() > both.east() || both.south() > both.north();
        return query.within(apart ? box : both); // apart: the filters let nothing pass
    }

    /** A rectangle of degrees around everything there is leaves nothing out. */
    private static boolean holdsAll(BoundingBox box, Optional<Revision> revision) {
        Optional<Extent> all = extent(revision);
        Extent e = box.extent();
        return !box.gap()
                && all.isPresent()
                && e.west() <= all.get().west()
                && e.east() >= all.get().east()
                && e.south() <= all.get().south()
                && e.north() >= all.get().north();
    }

    /**
     * The temporal property is the survey year where a layer has one (the whole year, UTC; features without one match, 17-069r4 /req/core/fc-time-response
     * C), else the time from which on a feature is recorded as it is: from the commit of the revision that brought it.
     */
    private RowFilter in(TimeSpan span, LayerDefinition layer) {
        int year = layer.surveyYearField().map(layer::indexOf).orElse(-1);
        if (year >= 0) {
            return row -> !(row.value(year) instanceof Long value)
                    || (value > 0 && value < 10_000 && span.meetsYear(value.intValue()));
        }
        return row -> span.meets(moments.of(row.since()), Instant.MAX);
    }

    private static FeatureProperties chosen(String value, FeatureProperties every) {
        List<String> names =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        for (String name : names) {
            if (!every.names().contains(name)) {
                throw Refusal.invalid(
                        "bad-properties",
                        "properties：没有属性“%s”；可用：%s",
                        "properties: there is no property \"%s\"; there are: %s",
                        name,
                        String.join(", ", every.names()));
            }
        }
        return every.only(new HashSet<>(names));
    }

    static boolean flag(Asked asked, String name) {
        return asked.text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw Refusal.invalid(
                                "bad-parameter",
                                "参数 %s=%s 应为 true 或 false",
                                "The parameter %s=%s should be true or false",
                                name,
                                value);
                })
                .orElse(false);
    }

    private static Optional<Long> whole(Asked asked, String name, long least) {
        return asked.text(name).map(value -> {
            if (value.matches("\\d{1,30}")) {
                long number = value.length() > 18 ? Long.MAX_VALUE : Long.parseLong(value);
                if (number >= least) {
                    return number;
                }
            }
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 %s=%s 应为不小于 %d 的整数",
                    "The parameter %s=%s should be a whole number of at least %d",
                    name,
                    value,
                    least);
        });
    }
}
