package org.anlan.http.ogc;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.store.Revision;

/** The layers as collections, and the state of each that a request reads. */
final class Collections {

    private final Services services;
    private final Views views;

    Collections(Services services, Views views) {
        this.services = services;
        this.views = views;
    }

    /** The layers that are shown to who asks. */
    List<LayerDefinition> all(Context context) {
        return views.of(context).layers();
    }

    /** The collection a path names, as it is shown to who asks; refused ({@code unknown-layer}, 404). */
    LayerDefinition named(Context context) {
        return named(context, context.pathParam("collectionId"));
    }

    /** The collection of this id, as it is shown to who asks; refused ({@code unknown-layer}, 404). */
    LayerDefinition named(Context context, String id) {
        return views.of(context).layer(id);
    }

    /**
     * The state that a request asks for by {@code revision} or {@code as-of}, else the newest; empty for a layer that has none yet.
     *
     * @throws Refusal ({@code unknown-revision}, {@code bad-parameter})
     */
    Optional<Revision> state(LayerDefinition layer, Asked asked) {
        Optional<String> number = asked.text("revision");
        Optional<String> moment = asked.text("as-of");
        if (number.isPresent() && moment.isPresent()) {
            throw Refusal.invalid("bad-parameter", "revision 与 as-of 只能给一个", "Give revision or as-of, not both");
        }
        if (moment.isPresent()) {
            return Optional.of(asOf(layer, TimeSpan.moment("as-of", moment.get()), moment.get()));
        }
        return services.store()
                .revisions()
                .asked(layer.id(), number.map(Collections::whole).orElse(OptionalLong.empty()));
    }

    private static OptionalLong whole(String text) {
        try {
            long number = Long.parseLong(text);
            if (number > 0) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Refusal.invalid(
                "bad-parameter",
                "参数 revision=%s 应为版次编号",
                "The parameter revision=%s should be the number of a revision",
                text);
    }

    private Revision asOf(LayerDefinition layer, Instant moment, String shown) {
        return services.store().revisions().of(layer.id()).stream()
                .filter(revision -> !revision.at().isAfter(moment))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-revision", "图层 %s 在 %s 还没有数据", "Layer %s had nothing yet at %s", layer.id(), shown));
    }

    /** When the first revision of a layer was committed. */
    Optional<Instant> since(LayerDefinition layer) {
        List<Revision> revisions = services.store().revisions().of(layer.id());
        return revisions.isEmpty()
                ? Optional.empty()
                : Optional.of(revisions.get(revisions.size() - 1).at());
    }
}
