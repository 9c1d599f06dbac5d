package org.anlan.http.ogc;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.filter.Cql;
import org.anlan.filter.Filter;
import org.anlan.filter.Kind;
import org.anlan.filter.Queryable;
import org.anlan.filter.Queryables;
import org.anlan.store.FeatureQuery;
import org.anlan.store.RowFilter;

/**
 * The {@code filter} parameter (19-079r2 {@code filter}, {@code features-filter}) and the parameters named like queryables (17-069r4 §7.15.5, 19-079r2 {@code
 * queryables-query-parameters}), which ask for a value. All of them must hold.
 */
final class Filtering {

    private final Catalog catalog;
    private final Moments moments;

    Filtering(Catalog catalog, Moments moments) {
        this.catalog = catalog;
        this.moments = moments;
    }

    /** The names of parameters that ask for a value of a property. */
    List<String> parameters(LayerDefinition layer) {
        return Queryables.of(layer, catalog).list().stream()
                .filter(SchemasApi::isParameter)
                .map(Queryable::name)
                .toList();
    }

    /** The query with what the store can look up of the filters, which are added to the list. */
    FeatureQuery narrow(
            FeatureQuery all, LayerDefinition layer, Asked asked, List<OgcCrs> offered, List<RowFilter> filters) {
        Queryables queryables = Queryables.of(layer, catalog);
        FeatureQuery query = all;
        for (Queryable queryable : queryables.list()) {
            Optional<String> value = asked.text(queryable.name()).filter(v -> SchemasApi.isParameter(queryable));
            if (value.isPresent()) {
                query = with(query, equality(queryable, value.get(), queryables), OgcCrs.CRS84, filters);
            }
        }
        OgcCrs crs = asked.text("filter-crs")
                .map(c -> OgcCrs.named("filter-crs", c, offered))
                .orElse(OgcCrs.CRS84);
        Optional<Cql.Parsed> filter = filter(asked, queryables);
        return filter.isPresent() ? with(query, filter.get(), crs, filters) : query;
    }

    private static Optional<Cql.Parsed> filter(Asked asked, Queryables queryables) {
        String language = asked.text("filter-lang").orElse("cql2-text");
        if (!language.equals("cql2-text") && !language.equals("cql2-json")) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 filter-lang=%s 应为 cql2-text 或 cql2-json",
                    "The parameter filter-lang=%s should be cql2-text or cql2-json",
                    language);
        }
        return asked.text("filter")
                .map(text -> language.equals("cql2-text") ? Cql.text(text, queryables) : Cql.json(text, queryables));
    }

    private FeatureQuery with(FeatureQuery query, Cql.Parsed parsed, OgcCrs crs, List<RowFilter> filters) {
        Filter filter = Filter.of(parsed, crs.crs(), crs.swapped(), moments::of);
        filters.add(filter.rows());
        FeatureQuery narrowed = query;
        if (filter.extent().isPresent()) {
            narrowed = ItemsReading.within(narrowed, filter.extent().get());
        }
        if (filter.surveyYear().isPresent() && narrowed.surveyYear().isEmpty()) {
            narrowed = narrowed.ofYear(filter.surveyYear().get());
        }
        return filter.ids().isEmpty() || !narrowed.ids().isEmpty() ? narrowed : narrowed.withIds(filter.ids());
    }

    /** A value as CQL2 would write it; refused where it is none of the property's kind. */
    private static Cql.Parsed equality(Queryable queryable, String value, Queryables queryables) {
        String literal =
                switch (queryable.kind()) {
                    case TEXT -> "'" + value.replace("'", "''") + "'";
                    case NUMBER -> value;
                    case BOOLEAN -> value.matches("1|是") ? "true" : value.matches("0|否") ? "false" : value;
                    case DATE -> "DATE('" + value.replace("'", "''") + "')";
                    case TIMESTAMP, INTERVAL, GEOMETRY ->
                        throw new IllegalArgumentException(queryable.name() + " is no parameter");
                };
        boolean plain = queryable.kind() == Kind.TEXT
                || queryable.kind() == Kind.DATE
                || (queryable.kind() == Kind.NUMBER && value.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?"))
                || literal.matches("true|false");
        if (!plain) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 %s=%s 与属性的类型不符",
                    "The parameter %s=%s is not of the property's type",
                    queryable.name(),
                    value);
        }
        return Cql.text("\"" + queryable.name() + "\" = " + literal, queryables);
    }
}
