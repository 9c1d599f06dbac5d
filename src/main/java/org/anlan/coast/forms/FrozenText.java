package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.anlan.coast.FrozenCheck;
import org.anlan.store.StoredDocument;

/** What is kept of the coast's figures, and checks of it, as JSON (docs/api.md) and as lines for a terminal. */
public final class FrozenText {

    private FrozenText() {}

    /** A list of what is kept. */
    public static ObjectNode list(String name, List<StoredDocument.Head> heads) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray(name);
        heads.forEach(head -> list.add(head(head)));
        return node;
    }

    /** What a list tells of one. */
    public static ObjectNode head(StoredDocument.Head head) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", head.id())
                .put("name", head.name())
                .put("createdAt", head.createdAt().toString())
                .put("author", head.author())
                .put("sha256", head.sha256());
    }

    /** All of one. */
    public static ObjectNode tree(StoredDocument.Head head, JsonNode body) {
        ObjectNode node = head(head);
        body.properties().forEach(one -> node.set(one.getKey(), one.getValue()));
        return node;
    }

    /** A check. */
    public static ObjectNode check(StoredDocument.Head head, FrozenCheck check) {
        ObjectNode node = head(head).put("matches", check.matches());
        ArrayNode reasons = node.putArray("reasons");
        check.reasons().forEach(reason -> reasons.addObject()
                .put("code", reason.code())
                .putObject("message")
                .put("zh", reason.text().zh())
                .put("en", reason.text().en()));
        return node;
    }

    /** One of a list, in a line for a terminal. */
    public static String line(StoredDocument.Head head) {
        return head.id() + "  " + head.createdAt() + "  " + head.author() + "  " + head.name();
    }
}
