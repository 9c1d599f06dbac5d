package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;

/** {@code /api/v1/search}: features of all layers of the map by their name, their id or a code of their own. */
public final class SearchApi {

    private static final int LONGEST = 100;
    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 100;

    private final Services services;
    private final Views views;
    private final Heavy readers;

    /** Searches the layers of these services that a caller is shown; so many at once as there are places for readers. */
    public SearchApi(Services services, Views views, Heavy readers) {
        this.services = services;
        this.views = views;
        this.readers = readers;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/search", readers.within(this::search));
    }

    private void search(Context context) {
        String words = Parameters.text(context, "q").orElse("");
        if (NameMatch.folded(words).isEmpty() || words.length() > LONGEST) {
            throw Refusal.invalid(
                    "bad-parameter", "参数 q 应为 1 到 %d 个字符", "The parameter q should be 1 to %d characters", LONGEST);
        }
        int limit =
                Parameters.whole(context, "limit", 1, MOST).map(Long::intValue).orElse(USUAL_LIMIT);
        Optional<Integer> year = Parameters.year(context);
        BestHits best = new BestHits(limit);
        Map<String, Revision> newest = services.store().revisions().states(OptionalLong.empty());
        List<LayerDefinition> layers = views.of(context).layers();
        for (int i = 0; i < layers.size(); i++) {
            int place = i;
            LayerDefinition layer = layers.get(i);
            Revision revision = newest.get(layer.id());
            if (layer.geometry() != GeometryKind.NONE && revision != null) {
                NameMatch match = new NameMatch(layer, words);
                FeatureQuery query = surveyed(FeatureQuery.all(layer, revision.id()), revision, year)
                        .passing(row -> match.rank(row).isPresent());
                services.features().read(query, row -> best.take(layer, place, match, row));
            }
        }
        Json.send(context, answer(best));
    }

    /** A layer of surveys is searched in the one of the year asked for where it has that, else in its newest. */
    private static FeatureQuery surveyed(FeatureQuery query, Revision revision, Optional<Integer> asked) {
        Set<Integer> years = revision.state().surveyYears().keySet();
        if (query.layer().surveyYearField().isEmpty() || years.isEmpty()) {
            return query;
        }
        return query.ofYear(asked.filter(years::contains).orElseGet(() -> Collections.max(years)));
    }

    private static ObjectNode answer(BestHits best) {
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode hits = answer.putArray("hits");
        best.inOrder().forEach(hit -> {
            ObjectNode node = hits.addObject()
                    .put("layer", hit.layer())
                    .put("id", hit.id())
                    .put("name", hit.name())
                    .put("matched", hit.matched());
            hit.extent()
                    .ifPresentOrElse(
                            e -> node.putArray("bbox")
                                    .add(e.west())
                                    .add(e.south())
                                    .add(e.east())
                                    .add(e.north()),
                            () -> node.putNull("bbox"));
        });
        return answer.put("more", best.more());
    }
}
