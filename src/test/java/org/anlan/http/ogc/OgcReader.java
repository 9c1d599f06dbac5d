package org.anlan.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;

/** A client that reads {@code /ogc} of a running service, and follows its links. */
record OgcReader(RunningServer server) {

    /** The answer for an address below the root ("/ogc/collections"), or for one of the service's links. */
    Client.Answer answer(String address) {
        return server.reader().get(below(address));
    }

    /** The same in a form, by the Accept header. */
    Client.Answer answer(String address, String accept) {
        return server.reader().get(below(address), "Accept", accept);
    }

    /** The JSON of an answer that must be 200. */
    JsonNode json(String address) {
        Client.Answer answer = answer(address);
        assertThat(answer.status())
                .as(address + " " + (answer.status() == 200 ? "" : answer.text()))
                .isEqualTo(200);
        return answer.json();
    }

    /** An address without scheme and host. */
    String below(String address) {
        return address.startsWith(server.address())
                ? address.substring(server.address().length())
                : address;
    }

    /** Ids of features, in the order they came. */
    static List<String> ids(JsonNode collection) {
        List<String> ids = new ArrayList<>();
        collection
                .path("features")
                .forEach(feature -> ids.add(feature.path("id").asText()));
        return ids;
    }

    /** Where the links of a relation lead. */
    static List<String> links(JsonNode node, String rel) {
        return links(node, rel, "");
    }

    /** Where the links of a relation to a media type lead; blank = any. */
    static List<String> links(JsonNode node, String rel, String type) {
        List<String> hrefs = new ArrayList<>();
        node.path("links").forEach(link -> {
            boolean typed = type.isEmpty() || link.path("type").asText().equals(type);
            if (typed && link.path("rel").asText().equals(rel)) {
                hrefs.add(link.path("href").asText());
            }
        });
        return hrefs;
    }

    /** The only link of a relation to a media type. */
    static String link(JsonNode node, String rel, String type) {
        List<String> links = links(node, rel, type);
        assertThat(links).as(rel + " " + type + " of " + node.path("links")).hasSize(1);
        return links.get(0);
    }

    /** A part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
