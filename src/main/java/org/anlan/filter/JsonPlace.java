package org.anlan.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;

/**
 * A value in a filter in JSON, and its place.
 *
 * @param path the place: "$.args[1].op"
 * @param node the value
 */
record JsonPlace(String path, JsonNode node) implements Spot {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    @Override
    public Refusal refusal(String zh, String en, Object... arguments) {
        return Spot.path(path).refusal(zh, en, arguments);
    }

    /** Whether it is an object with this member. */
    boolean has(String key) {
        return node.isObject() && node.has(key);
    }

    /** The value of a member that must be there. */
    JsonPlace member(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw refusal("缺少“%s”", "\"%s\" is missing", key);
        }
        return new JsonPlace(path + "." + key, value);
    }

    /** Refuses members that mean nothing here: a slip of the pen must not change what a filter says. */
    void only(Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                String shown = Spot.shown(key);
                throw new JsonPlace(PLAIN.matcher(key).matches() ? path + "." + shown : path, node)
                        .refusal("未知的成员“%s”", "unknown member \"%s\"", shown);
            }
        });
    }

    /** The values of this list. */
    List<JsonPlace> list() {
        if (!node.isArray()) {
            throw refusal("应为列表", "must be an array");
        }
        List<JsonPlace> list = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            list.add(new JsonPlace(path + "[" + i + "]", node.get(i)));
        }
        return list;
    }

    /** The values of this list, which must be so many. */
    List<JsonPlace> list(int least, int most) {
        List<JsonPlace> list = list();
        if (list.size() < least || list.size() > most) {
            if (least == most) {
                throw refusal("应有 %d 个参数", "must have %d arguments", least);
            }
            throw refusal("至少应有 %d 个参数", "must have at least %d arguments", least);
        }
        return list;
    }

    /** This text. */
    String text() {
        if (!node.isTextual()) {
            throw refusal("应为文本", "must be a string");
        }
        return node.textValue();
    }

    /** This finite number. */
    double number() {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw refusal("应为数值", "must be a number");
        }
        return node.doubleValue();
    }

    /** The numbers of this list. */
    List<Double> numbers() {
        return list().stream().map(JsonPlace::number).toList();
    }
}
