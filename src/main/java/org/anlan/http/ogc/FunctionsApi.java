package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.anlan.base.Text;
import org.anlan.filter.Function;
import org.anlan.filter.ValueType;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;

/** {@code /functions}: the functions that filters may call, beside the words of CQL2 itself (19-079r2 /req/filter/get-functions-operation). */
final class FunctionsApi {

    private final Services services;

    FunctionsApi(Services services) {
        this.services = services;
    }

    void register(RoutesConfig routes) {
        Reading.at(routes, "/ogc/functions", this::send);
    }

    /** What filters may call: case and accent folding are words of the language, not functions of ours. */
    private static List<Function> functions() {
        return List.of(Function.UPPER, Function.LOWER, Function.LENGTH, Function.AREA);
    }

    private void send(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        Form form = asked.form(Media.JSON);
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode all = node.putArray("functions");
        for (Function function : functions()) {
            ObjectNode one = all.addObject();
            one.put("name", function.op()).put("description", asked.words(about(function)));
            one.putArray("arguments")
                    .addObject()
                    .put("title", asked.words(argument(function)))
                    .putArray("type")
                    .add(type(function.argument()));
            one.putArray("returns").add(type(function.result()));
        }
        Link.put(node, asked.selfAndAlternate(form, Media.JSON));
        if (form == Form.PAGE) {
            Pages.functions(asked, node);
        } else {
            Json.send(context, node);
        }
    }

    private static Text about(Function function) {
        return switch (function) {
            case UPPER -> new Text("转为大写", "The text in upper case");
            case LOWER -> new Text("转为小写", "The text in lower case");
            case LENGTH -> new Text("线的测地长度（米）；点和面为 0", "Geodesic length of lines in metres; 0 for points and areas");
            case AREA -> new Text("测地面积（平方米）", "Geodesic area in square metres");
            case CASEI, ACCENTI -> throw new IllegalArgumentException("a word of the language: " + function);
        };
    }

    private static Text argument(Function function) {
        return function.argument() == ValueType.GEOMETRY ? new Text("图形", "shape") : new Text("文本", "text");
    }

    /** The standard's word for a type. */
    private static String type(ValueType type) {
        return switch (type) {
            case TEXT -> "string";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case DATE, TIMESTAMP, INTERVAL -> "datetime";
            case GEOMETRY -> "geometry";
        };
    }
}
