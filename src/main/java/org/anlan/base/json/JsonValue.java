package org.anlan.base.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.base.EnumWord;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/** A value in a JSON file of ours and its place there. Asking for what is not there is refused with file, place and reason. */
public final class JsonValue {

    private static final int MAX_TEXT = 2_000;
    private static final int LONGEST_NAME = 48;

    private final JsonSource source;
    private final String pointer;
    private final JsonNode node;

    JsonValue(JsonSource source, String pointer, JsonNode node) {
        this.source = source;
        this.pointer = pointer;
        this.node = node;
    }

    /** The file's name. */
    public String file() {
        return source.name();
    }

    /** The place in the file as a JSON pointer (RFC 6901); "/" stands for the file's root. */
    public String pointer() {
        return pointer.isEmpty() ? "/" : pointer;
    }

    /** A refusal about this value, from two format patterns that do not name the place themselves. */
    public Refusal broken(String zh, String en, Object... arguments) {
        return source.refusal(escaped() + " " + zh, escaped() + " " + en, arguments);
    }

    /** The value with this key or index, which may be missing: for complaints about it only. */
    public JsonValue at(Object... path) {
        JsonValue value = this;
        for (Object step : path) {
            JsonNode next =
                    step instanceof Integer index ? value.node.path(index) : value.node.path(String.valueOf(step));
            value = value.child(String.valueOf(step), next);
        }
        return value;
    }

    /** This value is an object with the keys given first, perhaps with those given second, and no others. */
    public JsonValue object(Set<String> required, Set<String> optional) {
        need(node.isObject(), "应为对象", "must be an object");
        Set<String> known =
                Stream.concat(required.stream(), optional.stream()).collect(Collectors.toCollection(TreeSet::new));
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw at(key).broken("是未知的键；可用：%s", "is an unknown key; known: %s", String.join(", ", known));
            }
        }
        for (String key : new TreeSet<>(required)) {
            if (!node.has(key)) {
                throw at(key).broken("缺失", "is missing");
            }
        }
        return this;
    }

    /** The value of a key of this object, if it is there. */
    public Optional<JsonValue> member(String key) {
        return node.has(key) ? Optional.of(at(key)) : Optional.empty();
    }

    /** All members of this object, in the order of the file. */
    public Map<String, JsonValue> members() {
        need(node.isObject(), "应为对象", "must be an object");
        Map<String, JsonValue> members = new LinkedHashMap<>();
        keys().forEach(key -> members.put(key, at(key)));
        return members;
    }

    /** The values of this list, at most so many. */
    public List<JsonValue> list(int most) {
        need(node.isArray(), "应为列表", "must be a list");
        need(node.size() <= most, "最多 " + most + " 项", "may have at most " + most + " entries");
        List<JsonValue> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(at(i));
        }
        return values;
    }

    /** A text that is not blank, without blanks around it. */
    public String text() {
        need(node.isTextual(), "应为文字", "must be a text");
        String text = node.textValue().strip();
        need(!text.isEmpty(), "不能为空", "must not be blank");
        need(text.length() <= MAX_TEXT, "过长", "is too long");
        return text;
    }

    /** A text that may be blank, without blanks around it. */
    public String textOrBlank() {
        return node.isTextual() && node.textValue().isBlank() ? "" : text();
    }

    /** A text as {@link #text}, or a number as it is written. */
    public String textOrNumber() {
        return node.isNumber() ? node.asText() : text();
    }

    /** A short text (at most 48 characters) of this form; the words say what the form is. */
    public String matching(Pattern form, String zh, String en) {
        String text = text();
        if (text.length() > LONGEST_NAME || !form.matcher(text).matches()) {
            throw broken("“%s”应为：" + zh, "\"%s\" must be " + en, text);
        }
        return text;
    }

    /** True or false. */
    public boolean bool() {
        need(node.isBoolean(), "应为 true 或 false", "must be true or false");
        return node.booleanValue();
    }

    /** A whole number within bounds, both included. */
    public int integer(int least, int most) {
        need(
                node.isInt() && node.intValue() >= least && node.intValue() <= most,
                "应为 " + least + " 到 " + most + " 的整数",
                "must be a whole number from " + least + " to " + most);
        return node.intValue();
    }

    /** A number within bounds, both included. */
    public double number(double least, double most) {
        need(
                node.isNumber() && node.doubleValue() >= least && node.doubleValue() <= most,
                "应为 " + least + " 到 " + most + " 的数",
                "must be a number from " + least + " to " + most);
        return node.doubleValue();
    }

    /** A text in both languages: {@code {"zh":…,"en":…}}. */
    public Text bilingual() {
        object(Set.of("zh", "en"), Set.of());
        return new Text(at("zh").text(), at("en").text());
    }

    /** One word of an enum, written in lower case with hyphens ("dashed-core"). */
    public <E extends Enum<E>> E word(Class<E> type) {
        String word = text();
        return EnumWord.find(type, word)
                .orElseThrow(() -> broken("“%s”不在可用值中：%s", "\"%s\" is none of: %s", word, EnumWord.all(type)));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private JsonValue child(String step, JsonNode value) {
        String escaped = step.replace("~", "~0").replace("/", "~1");
        return new JsonValue(source, pointer + "/" + escaped, value == null ? MissingNode.getInstance() : value);
    }

    private void need(boolean holds, String zh, String en) {
        if (!holds) {
            throw broken(zh, en);
        }
    }

    private String escaped() {
        return pointer().replace("%", "%%");
    }
}
