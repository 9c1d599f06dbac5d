package org.anlan.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.anlan.support.Client;
import org.anlan.support.ShapeZip;
import org.anlan.support.Shishi;

/**
 * What an office does all day, one thing after another: it hands surveys in, hands them in corrected (features change, go and come), and takes revisions
 * back. What the service acknowledges is remembered.
 */
final class Work {

    private static final String REVISIONS = "/api/v1/layers/coastline/revisions";

    private final List<Path> surveys;
    private final Random random;
    private final NavigableMap<Long, JsonNode> acknowledged = new TreeMap<>();
    private final NavigableMap<String, Integer> refusals = new TreeMap<>();
    private int done;

    /**
     * @param folder where surveys are made
     * @param segments of each
     * @param seed what is done is drawn from it
     */
    Work(Path folder, int segments, long seed) throws IOException {
        this.random = new Random(seed);
        this.surveys = List.of(
                survey(folder, "first", segments, 0),
                survey(folder, "corrected", segments, segments / 3),
                survey(folder, "shorter", segments / 2, segments / 5));
    }

    private static Path survey(Path folder, String name, int segments, int changed) throws IOException {
        ShapeZip survey = ShapeZip.coast(name);
        for (int i = 0; i < segments; i++) {
            double x = 118.60 + (i % 300) * 0.0006;
            int row = i / 300;
            double y = 24.60 + row * 0.001;
            double end = i < changed ? 0.0004 : 0.0003;
            survey.segment(
                    "350581B" + i,
                    2030,
                    i % 3 == 0 ? "自然岸线" : "人工岸线",
                    i % 3 == 0 ? "砂质" : "防护堤",
                    "LINESTRING (" + x + " " + y + ", " + (x + 0.0002) + " " + (y + end) + ")");
        }
        return survey.in(folder);
    }

    /** The regions and a survey, to begin with. */
    void begin(Client client) {
        handIn(client, Shishi.handIn("XZQH.zip"));
        handIn(client, Shishi.handIn("AX2020.zip"));
        if (acknowledged.size() != 2) {
            throw new AssertionError("the beginning was not taken in: " + refusals);
        }
    }

    /** Works until the service answers no more. */
    void untilItIsGone(Client client) {
        try {
            while (true) {
                one(client);
            }
        } catch (UncheckedIOException gone) {
            return; // that was the kill
        }
    }

    /** Works until something is refused. */
    void untilRefused(Client client) {
        boolean yes;
        do {
            yes = one(client);
        } while (yes);
    }

    /** Does one thing; tells whether it was acknowledged. */
    boolean one(Client client) {
        if (random.nextInt(10) < 6) {
            return handIn(client, surveys.get(random.nextInt(surveys.size())));
        }
        List<Long> coast = acknowledged.entrySet().stream()
                .filter(entry -> entry.getValue().path("layer").asText().equals("coastline"))
                .map(entry -> entry.getKey())
                .toList();
        long older = coast.get(random.nextInt(coast.size()));
        Client.Answer answer = client.send("POST", "/api/v1/layers/coastline/rollback", "{\"revision\":" + older + "}");
        if (answer.status() != 201) {
            return refused(answer);
        }
        acknowledge(answer.json());
        return true;
    }

    private boolean handIn(Client client, Path file) {
        Client.Answer uploaded = client.upload(file);
        if (uploaded.status() != 201) {
            return refused(uploaded);
        }
        Client.Answer answer = client.send(
                "POST", "/api/v1/uploads/" + uploaded.json().path("id").asText() + "/commit", "{}");
        if (answer.status() != 200) {
            return refused(answer);
        }
        answer.json().path("revisions").forEach(this::acknowledge);
        return true;
    }

    private void acknowledge(JsonNode revision) {
        acknowledged.put(revision.path("id").asLong(), revision);
        done++;
    }

    private boolean refused(Client.Answer answer) {
        refusals.merge(answer.status() + " " + answer.code(), 1, Integer::sum);
        return false;
    }

    /** How many changes were acknowledged so far. */
    int done() {
        return done;
    }

    /** How often the service said no, by status and code. */
    NavigableMap<String, Integer> refusals() {
        return refusals;
    }

    /** Fails when the service refused anything in another way than one of these ("503 database-away"). */
    void mustHaveBeenRefusedOnly(Set<String> allowed) {
        if (!allowed.containsAll(refusals.keySet())) {
            throw new AssertionError("refused: " + refusals);
        }
    }

    /** Compares what the service has with what it acknowledged: all of that is there as it was said, and at most one change more, that it could not answer. */
    void compare(Client client, int unanswered) {
        NavigableMap<Long, JsonNode> there = new TreeMap<>();
        for (String path : List.of(REVISIONS, "/api/v1/layers/regions/revisions")) {
            Client.Answer answer = client.get(path);
            if (answer.status() != 200) {
                throw new AssertionError(answer.text());
            }
            answer.json().path("revisions").forEach(r -> there.put(r.path("id").asLong(), r));
        }
        List<Long> lost = new ArrayList<>();
        acknowledged.forEach((id, said) -> {
            JsonNode now = there.get(id);
            for (String field : List.of("layer", "kind", "at", "added", "changed", "removed")) {
                if (now == null || !now.path(field).equals(said.path(field))) {
                    lost.add(id);
                    return;
                }
            }
        });
        if (!lost.isEmpty()) {
            throw new AssertionError("acknowledged and not there as it was said: " + lost);
        }
        there.keySet().removeAll(acknowledged.keySet());
        if (there.size() > unanswered) {
            throw new AssertionError("nobody asked for revisions " + there.keySet());
        }
        there.forEach(acknowledged::put);
    }
}
