package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.anlan.format.Formats;
import org.anlan.format.InFormat;
import org.anlan.format.OutFormat;
import org.anlan.format.OutFormats;
import org.anlan.http.Json;
import org.anlan.http.Reading;

/** {@code /api/v1/formats}: what can be handed in on this machine, and what layers can be written as. */
public final class FormatsApi {

    private FormatsApi() {}

    /** Adds the endpoint. */
    public static void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/formats", FormatsApi::formats);
    }

    private static void formats(Context context) {
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode in = answer.putArray("in");
        Formats.list().forEach(format -> in.add(in(format)));
        ArrayNode out = answer.putArray("out");
        OutFormats.all().forEach(format -> out.add(out(format)));
        Json.send(context, answer);
    }

    private static ObjectNode in(InFormat format) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("word", format.word()).set("title", Json.mapper().valueToTree(format.title()));
        node.set("extensions", Json.mapper().valueToTree(format.extensions()));
        return node.put("available", format.available());
    }

    private static ObjectNode out(OutFormat format) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("word", format.word()).set("title", Json.mapper().valueToTree(format.title()));
        return node.put("extension", format.extension()).put("mediaType", format.mediaType());
    }
}
