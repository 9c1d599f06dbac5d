package org.anlan.http.ogc;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.http.gate.Arrival;

/**
 * What a request asks of a resource under {@code /ogc}: its parameters, each known, given once and not blank (17-069r4 /req/core/query-param-unknown,
 * /req/core/query-param-invalid), its form and its language.
 */
final class Asked {

    private static final Set<String> EVERYWHERE = Set.of("f", "lang");

    private final Context context;
    private final Map<String, String> parameters;
    private final Optional<String> publicAddress;

    private Asked(Context context, Map<String, String> parameters, Optional<String> publicAddress) {
        this.context = context;
        this.parameters = parameters;
        this.publicAddress = publicAddress;
    }

    /**
     * Reads a request's parameters.
     *
     * @param known those that the resource has beyond {@code f} and {@code lang}
     * @throws Refusal ({@code unknown-parameter}, {@code bad-parameter})
     */
    static Asked of(Context context, Optional<String> publicAddress, Set<String> known) {
        Map<String, String> parameters = new LinkedHashMap<>();
        context.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name) && !EVERYWHERE.contains(name)) {
                throw unknown(name, known);
            }
            if (values.size() != 1 || values.get(0).isBlank()) {
                throw Refusal.invalid(
                        "bad-parameter",
                        "参数 %s 应给出一个值，且只能一个",
                        "The parameter %s should have one value, and only one",
                        name);
            }
            parameters.put(name, values.get(0));
        });
        Asked asked = new Asked(context, parameters, publicAddress);
        asked.oneOf("lang", Set.of("zh", "en"));
        return asked;
    }

    private static Refusal unknown(String name, Set<String> known) {
        List<String> all = new ArrayList<>(known);
        all.addAll(EVERYWHERE);
        return Refusal.invalid(
                "unknown-parameter",
                "没有参数“%s”；可用：%s",
                "There is no parameter \"%s\"; there are: %s",
                name,
                String.join(", ", all.stream().sorted().toList()));
    }

    Context context() {
        return context;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** All parameters, in the order they came. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** The form; {@code types} are those of the machine's form. */
    Form form(String... types) {
        return Form.asked(text("f"), Optional.ofNullable(context.header("Accept")), List.of(types));
    }

    /** Refuses another value of a parameter than these. */
    void oneOf(String name, Set<String> values) {
        text(name).filter(value -> !values.contains(value)).ifPresent(value -> {
            List<String> all = values.stream().sorted().toList();
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 %s=%s 应为：%s",
                    "The parameter %s=%s should be one of: %s",
                    name,
                    value,
                    String.join(", ", all));
        });
    }

    /** Whether the reader wants English: {@code lang}, else the first language of the browser that is one of the two. */
    boolean english() {
        Optional<String> lang = text("lang");
        if (lang.isPresent()) {
            return lang.get().equals("en");
        }
        String accepted = Optional.ofNullable(context.header("Accept-Language")).orElse("");
        for (String one : accepted.split(",", 20)) {
            String tag = one.strip();
            if (tag.startsWith("zh") || tag.startsWith("en")) {
                return tag.startsWith("en");
            }
        }
        return false;
    }

    /** A text in the reader's language. */
    String words(Text text) {
        return english() ? text.en() : text.zh();
    }

    /** Where {@code /ogc} is for clients, with scheme and host, without a slash at the end. */
    String root() {
        return publicAddress.orElseGet(() -> (Arrival.of(context).secure() ? "https://" : "http://") + context.host())
                + "/ogc";
    }

    /** The address that was asked, without parameters. */
    String path() {
        return root() + context.path().substring("/ogc".length()).replaceAll("/+$", "");
    }

    /** The same address with these parameters. */
    String with(Map<String, String> others) {
        return path() + query(others);
    }

    /** The same address and parameters in another form. */
    String as(String f) {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        others.put("f", f);
        return with(others);
    }

    /** Links to what is answered and to the same in the other form (17-069r4 rec. /rec/core/link). */
    List<Link> selfAndAlternate(Form form, String type) {
        Link data = new Link(form == Form.DATA ? "self" : "alternate", as("json"), type, "JSON");
        Link page = new Link(form == Form.PAGE ? "self" : "alternate", as("html"), Media.HTML, "HTML");
        return form == Form.DATA ? List.of(data, page) : List.of(page, data);
    }

    /** The parameters as they were asked. */
    String query() {
        return query(parameters);
    }

    static String query(Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.length() == 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return query.toString();
    }

    /** One step of an address's path. */
    static String encodedSegment(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }

    /** A part of an address where commas, colons and slashes may stand. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
