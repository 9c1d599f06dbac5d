package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.coast.RetentionEffect;
import org.anlan.coast.Sums;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.intake.CheckReport;
import org.anlan.intake.FeatureChange;

/** What an upload would change: counts and ids, the changes one by one with their shapes, and what that does to the ratio. */
final class ChangesPage {

    void send(Context context, CheckReport report) {
        Optional<String> kind = Parameters.text(context, "kind");
        Optional<String> layer = Parameters.text(context, "layer");
        List<FeatureChange> wanted = report.changes().stream()
                .filter(c -> kind.filter(k -> !k.equals(Json.word(c.kind()))).isEmpty())
                .filter(c -> layer.filter(l -> !l.equals(c.layer())).isEmpty())
                .toList();
        int limit = Parameters.whole(context, "limit", 1, 10_000)
                .map(Long::intValue)
                .orElse(1_000);
        int after = Parameters.whole(context, "after", 0, Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElse(0);
        int end = (int) Math.min(wanted.size(), (long) after + limit);
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode parts = answer.putArray("parts");
        report.parts().forEach(part -> parts.add(ids(part)));
        ArrayNode list = answer.putArray("changes");
        wanted.subList(Math.min(after, end), end).forEach(change -> list.add(change(change)));
        answer.put("matching", wanted.size());
        if (end < wanted.size()) {
            answer.put("next", end);
        } else {
            answer.putNull("next");
        }
        answer.set("effects", effects(report));
        Json.send(context, answer);
    }

    private static ObjectNode ids(CheckReport.Part part) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("layer", part.layer());
        node.set("added", Json.mapper().valueToTree(part.changes().addedIds()));
        node.set("changed", Json.mapper().valueToTree(part.changes().changedIds()));
        node.set("removed", Json.mapper().valueToTree(part.changes().removedIds()));
        return node;
    }

    static ObjectNode change(FeatureChange change) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("layer", change.layer()).put("kind", Json.word(change.kind())).put("id", change.id());
        ArrayNode fields = node.putArray("fields");
        for (FeatureChange.Field field : change.fields()) {
            ObjectNode one = fields.addObject().put("name", field.name());
            one.set("before", field.before());
            one.set("after", field.after());
        }
        number(node, "movedM", change.movedM());
        node.set("geometryBefore", change.before().map(ShapeJson::of).orElse(null));
        node.set("geometryAfter", change.after().map(ShapeJson::of).orElse(null));
        return node;
    }

    /** The ratio of each survey year before and after. */
    static ArrayNode effects(CheckReport report) {
        ArrayNode list = Json.mapper().createArrayNode();
        for (RetentionEffect effect : report.effects()) {
            ObjectNode node = list.addObject().put("year", effect.year());
            node.set("before", effect.before().map(ChangesPage::sums).orElse(null));
            node.set("after", sums(effect.after()));
        }
        return list;
    }

    private static ObjectNode sums(Sums sums) {
        ObjectNode node = Json.mapper().createObjectNode();
        number(node, "ratioPercent", sums.ratioPercent());
        return node.put("naturalM", sums.countedNaturalM())
                .put("totalM", sums.countedTotalM())
                .put("segments", sums.segments());
    }

    private static void number(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }
}
