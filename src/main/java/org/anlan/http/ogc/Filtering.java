package org.anlan.http.ogc;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.filter.Cql;
import org.anlan.filter.Expression;
import org.anlan.filter.Filter;
import org.anlan.filter.Queryable;
import org.anlan.filter.Queryables;

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
        return Queryables.of(layer, catalog).all().stream()
                .filter(SchemasApi::isParameter)
                .map(Queryable::name)
                .toList();
    }

    /** What a request lets pass. */
    Filter read(LayerDefinition layer, Asked asked, List<OgcCrs> offered) {
        Queryables queryables = Queryables.of(layer, catalog);
        Filter filter = Filter.ALL;
        for (Queryable queryable : queryables.all()) {
            Optional<String> value = asked.text(queryable.name()).filter(v -> SchemasApi.isParameter(queryable));
            if (value.isPresent()) {
                filter = filter.and(ready(Cql.equal(queryable.name(), value.get(), queryables), OgcCrs.CRS84));
            }
        }
        OgcCrs crs = asked.text("filter-crs")
                .map(c -> OgcCrs.named("filter-crs", c, offered))
                .orElse(OgcCrs.CRS84);
        return expression(asked, queryables)
                .map(e -> ready(e, crs))
                .map(filter::and)
                .orElse(filter);
    }

    private Filter ready(Expression expression, OgcCrs crs) {
        return Filter.of(expression, crs.crs(), crs.swapped(), moments::of);
    }

    private static Optional<Expression> expression(Asked asked, Queryables queryables) {
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
}
