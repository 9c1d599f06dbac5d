package org.anlan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.anlan.access.Role;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;

/** Measures what it costs to find out who asks and what they are shown: the same answers for a stranger, a session and a key, by turns on one connection. */
final class AccessBench {

    private static final int WARM = 3_000;
    private static final int ROUNDS = 6_000;

    private AccessBench() {}

    static void measure() throws Exception {
        try (RunningServer server = RunningServer.withCoast().start()) {
            Map<String, String> callers = new LinkedHashMap<>();
            callers.put("stranger", "");
            callers.put("viewer's session", server.word(Role.VIEWER));
            callers.put("admin's session", server.word());
            callers.put("viewer's key", key(server));
            JsonNode place = server.reader()
                    .get("/ogc/collections/coastline/items/350581A001@2020")
                    .json()
                    .at("/geometry/coordinates/0");
            double across = 1 << 14;
            double sine = Math.sin(Math.toRadians(place.get(1).asDouble()));
            int column = (int) ((place.get(0).asDouble() + 180) / 360 * across);
            int row = (int) ((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across);
            Map<String, String> work = new LinkedHashMap<>();
            work.put("one item", "/ogc/collections/coastline/items/350581A001@2020");
            work.put("items, 100", "/ogc/collections/coastline/items?limit=100");
            work.put("tile z14, kept", "/ogc/collections/coastline/tiles/WebMercatorQuad/14/" + row + "/" + column);
            for (Map.Entry<String, String> one : work.entrySet()) {
                compare(server.address(), one.getKey(), one.getValue(), callers);
            }
        }
    }

    private static String key(RunningServer server) {
        Client.Answer made = server.as(Role.VIEWER)
                .send("POST", "/api/v1/tokens", "{\"label\":\"bench\",\"scopes\":[\"read\"],\"days\":1}");
        if (made.status() != 201) {
            throw new IllegalStateException(made.text());
        }
        return made.json().path("secret").asText();
    }

    private static void compare(String address, String work, String path, Map<String, String> callers) throws Exception {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Map<String, HttpRequest> requests = new LinkedHashMap<>();
        callers.forEach((name, word) -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
            requests.put(name, (word.isEmpty() ? request : request.header("Authorization", "Bearer " + word)).build());
        });
        Map<String, List<Double>> times = new LinkedHashMap<>();
        // In any order: where in a round one asks, and after whom, costs more than who asks.
        Random order = new Random(1);
        List<Map.Entry<String, HttpRequest>> turns = new ArrayList<>(requests.entrySet());
        for (int i = 0; i < WARM + ROUNDS; i++) {
            Collections.shuffle(turns, order);
            for (Map.Entry<String, HttpRequest> one : turns) {
                long start = System.nanoTime();
                HttpResponse<byte[]> answer = http.send(one.getValue(), HttpResponse.BodyHandlers.ofByteArray());
                double took = (System.nanoTime() - start) / 1e3;
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(one.getKey() + " got " + answer.statusCode());
                }
                if (i >= WARM) {
                    times.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(took);
                }
            }
        }
        double stranger = median(times.get("stranger"));
        times.forEach((name, list) -> System.out.printf(
                Locale.ROOT,
                "%-16s %-17s median %.1f µs, %.3f × a stranger's%n",
                work,
                name,
                median(list),
                median(list) / stranger));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
