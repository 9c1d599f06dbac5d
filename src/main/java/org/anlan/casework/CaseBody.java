package org.anlan.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.store.LedgerEvent;

/** Problem sites as the ledger keeps them: the body of an event is JSON. What is read here was written here. */
final class CaseBody {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CaseBody() {}

    /** What a problem site is after an event. */
    static Case fold(Optional<Case> before, LedgerEvent event) {
        JsonNode body = body(event);
        CaseEntry entry = entry(event, body);
        return before.map(one -> one.with(entry)).orElseGet(() -> Case.opened(event.subject(), opening(body), entry));
    }

    static JsonNode body(LedgerEvent event) {
        try {
            return MAPPER.readTree(event.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger's event " + event.seq() + " is no JSON", e);
        }
    }

    static String opening(CaseOpening opening) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("title", opening.title())
                .put("remark", opening.remark())
                .put("unit", opening.unit());
        opening.deadline().ifPresent(day -> node.put("deadline", day.toString()));
        node.set("shape", GeoJsonGeometry.tree(opening.shape()));
        node.set("place", place(opening.place()));
        node.putObject("source")
                .put("kind", opening.source().kind().word())
                .set("facts", opening.source().facts());
        ArrayNode hits = node.putArray("hits");
        opening.hits().forEach(hit -> hit(hits.addObject(), hit));
        return node.toString();
    }

    static String move(CaseMove move) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        move.to().ifPresent(to -> node.put("to", to.word()));
        node.put("remark", move.remark());
        move.title().ifPresent(title -> node.put("title", title));
        move.unit().ifPresent(unit -> node.put("unit", unit));
        move.deadline().ifPresent(day -> node.put("deadline", day.toString()));
        if (!move.attachments().isEmpty()) {
            ArrayNode attachments = node.putArray("attachments");
            move.attachments().forEach(attachments::add);
        }
        return node.toString();
    }

    static ObjectNode place(CasePlace place) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        unit(node, "town", place.town());
        unit(node, "bay", place.bay());
        unit(node, "river", place.river());
        return node.put("regionsRevision", place.regionsRevision());
    }

    private static void unit(ObjectNode node, String name, Optional<CasePlace.Unit> unit) {
        unit.ifPresentOrElse(
                one -> node.putObject(name).put("code", one.code()).put("name", one.name()), () -> node.putNull(name));
    }

    static ObjectNode hit(ObjectNode node, CaseHit hit) {
        return node.put("layer", hit.layer())
                .put("feature", hit.feature())
                .put("name", hit.name())
                .put("revision", hit.revision())
                .put("lengthM", hit.lengthM())
                .put("areaM2", hit.areaM2());
    }

    private static CaseEntry entry(LedgerEvent event, JsonNode body) {
        CaseEntry.Kind kind = CaseEntry.Kind.valueOf(event.kind().toUpperCase(Locale.ROOT));
        boolean opens = kind == CaseEntry.Kind.OPEN;
        return new CaseEntry(
                event.number(),
                kind,
                event.on(),
                event.at(),
                event.author(),
                opens ? Optional.of(CaseState.FOUND) : text(body, "to").map(CaseState::of),
                body.path("remark").asText(),
                opens ? Optional.empty() : text(body, "title"),
                opens ? Optional.empty() : text(body, "unit"),
                opens ? Optional.empty() : day(body),
                attachments(body));
    }

    private static List<String> attachments(JsonNode body) {
        List<String> ids = new ArrayList<>();
        body.path("attachments").forEach(id -> ids.add(id.asText()));
        return List.copyOf(ids);
    }

    private static CaseOpening opening(JsonNode body) {
        JsonNode place = body.path("place");
        JsonNode source = body.path("source");
        List<CaseHit> hits = new ArrayList<>();
        for (JsonNode hit : body.path("hits")) {
            hits.add(new CaseHit(
                    hit.path("layer").asText(),
                    hit.path("feature").asText(),
                    hit.path("name").asText(),
                    hit.path("revision").asLong(),
                    hit.path("lengthM").asDouble(),
                    hit.path("areaM2").asDouble()));
        }
        return new CaseOpening(
                body.path("title").asText(),
                body.path("remark").asText(),
                GeoJsonGeometry.of(body.path("shape")),
                new CasePlace(
                        unit(place, "town"),
                        unit(place, "bay"),
                        unit(place, "river"),
                        place.path("regionsRevision").asLong()),
                new CaseSource(
                        CaseSource.Kind.of(source.path("kind").asText()),
                        source.path("facts").deepCopy()),
                hits,
                body.path("unit").asText(),
                day(body));
    }

    private static Optional<CasePlace.Unit> unit(JsonNode place, String name) {
        return text(place.path(name), "code")
                .map(code ->
                        new CasePlace.Unit(code, place.path(name).path("name").asText()));
    }

    private static Optional<LocalDate> day(JsonNode body) {
        return text(body, "deadline").map(LocalDate::parse);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
    }
}
