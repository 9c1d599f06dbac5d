package org.anlan.coast.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.anlan.base.Refusal;
import org.anlan.report.Seal;
import org.anlan.store.Actor;
import org.anlan.store.Documents;
import org.anlan.store.StoredDocument;

/** Documents of one kind that figures of the coast keep: JSON in its sealed form, so that the SHA-256 of the text is the seal of the content. */
public final class Kept {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_NAME = 200;

    private final Documents documents;
    private final String kind;
    private final Clock clock;

    /**
     * Documents of a kind.
     *
     * @param kind what they are ("frozen-retention")
     */
    public Kept(Documents documents, String kind, Clock clock) {
        this.documents = documents;
        this.kind = kind;
        this.clock = clock;
    }

    /** Keeps a document; refused ({@code missing-value}, {@code text-too-long}) without a fitting name. */
    public StoredDocument add(String name, Actor author, JsonNode body) {
        if (name.isBlank()) {
            throw Refusal.invalid("missing-value", "缺少名称“name”", "\"name\" is missing");
        }
        if (name.length() > LONGEST_NAME) {
            throw Refusal.invalid(
                    "text-too-long", "名称不应超过 %d 个字符", "A name should have at most %d characters", LONGEST_NAME);
        }
        String text = Seal.text(body);
        StoredDocument document = new StoredDocument(
                new StoredDocument.Head(
                        kind,
                        UUID.randomUUID().toString(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        author.name(),
                        name.strip(),
                        Seal.of(text)),
                text);
        documents.add(document, author.from());
        return document;
    }

    /** Those that there are, newest first. */
    public List<StoredDocument.Head> all() {
        return documents.of(kind);
    }

    /** One of them; refused ({@code unknown-document}). */
    public StoredDocument find(String id) {
        return documents
                .find(kind, id)
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-document", "没有编号为“%s”的记录", "There is nothing kept under the id \"%s\"", id));
    }

    /** Whether a document still has its seal. */
    public static boolean whole(StoredDocument document) {
        return Seal.of(document.body()).equals(document.head().sha256());
    }

    /** The body of a document. */
    public static JsonNode body(StoredDocument document) {
        try {
            return MAPPER.readTree(document.body());
        } catch (JsonProcessingException e) {
            throw Refusal.conflict(
                    "document-damaged",
                    "编号为“%s”的记录已损坏；请从备份恢复",
                    "What is kept under \"%s\" is damaged; restore a backup",
                    document.head().id());
        }
    }
}
