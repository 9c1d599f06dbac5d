package org.anlan.attachments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.anlan.attachments.kind.FileKind;
import org.anlan.store.Attachment;

/** Attachments as JSON (docs/api.md). */
public final class AttachmentText {

    private AttachmentText() {}

    /** What a list tells of an attachment. */
    public static ObjectNode tree(Attachment one) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", one.id())
                .put("ledger", one.ledger())
                .put("subject", one.subject())
                .put("name", one.name())
                .put("type", one.type())
                .put("sha256", one.sha256())
                .put("bytes", one.bytes())
                .put("at", one.at().toString())
                .put("author", one.author());
        one.place()
                .ifPresentOrElse(
                        place -> node.putObject("place").put("lon", place.lon()).put("lat", place.lat()),
                        () -> node.putNull("place"));
        return node.put(
                "picture",
                FileKind.ofMediaType(one.type()).filter(FileKind::picture).isPresent());
    }
}
