package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;
import org.anlan.search.Search;

/** {@code /api/v1/search}: features of all layers of the map by their name, their id or a code of their own. */
public final class SearchApi {

    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 100;

    private final Search search;
    private final Views views;
    private final Heavy readers;

    /** Searches the layers that a caller is shown; so many at once as there are places for readers. */
    public SearchApi(Search search, Views views, Heavy readers) {
        this.search = search;
        this.views = views;
        this.readers = readers;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/search", readers.within(this::search));
    }

    private void search(Context context) {
        Search.Question question = new Search.Question(
                Parameters.text(context, "q").orElse(""),
                Parameters.year(context),
                Parameters.whole(context, "limit", 1, MOST).map(Long::intValue).orElse(USUAL_LIMIT));
        Json.send(context, answer(search.find(views.of(context), question)));
    }

    private static ObjectNode answer(Search.Found found) {
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode hits = answer.putArray("hits");
        found.hits().forEach(hit -> {
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
        return answer.put("more", found.more());
    }
}
