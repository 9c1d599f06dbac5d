package org.anlan.zoning.indicators;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.anlan.base.json.JsonFiles;
import org.anlan.base.json.JsonValue;

/**
 * Which indicators of the plan are computed from layers. A table of data: {@code rules/indicators/live.json}, in whose place an installation may put its own.
 *
 * @param version version of the table
 * @param byNumber the figure by the indicator's number
 */
public record LiveRules(int version, Map<Long, Rule> byNumber) {

    private static final int MOST = 1_000;

    /** What can be computed. */
    public enum Figure {
        /** Share of the built-up area within 500 m of a park. */
        PARK_REACH,
        /** Share of the territory within red lines, dissolved. */
        RED_LINE_SHARE,
        /** Natural coast retention of the newest survey under the usual rules. */
        NATURAL_COAST
    }

    /**
     * How an indicator is computed.
     *
     * @param figure what is computed
     * @param notBelowBase its target is that it does not fall, which can be judged without a number
     */
    public record Rule(Figure figure, boolean notBelowBase) {}

    /** The shipped table, or the installation's own; a broken one is refused ({@code rules-broken}). */
    public static LiveRules load(Optional<Path> ownFolder) {
        JsonFiles files = new JsonFiles("rules-broken");
        List<JsonValue> shipped = files.shipped("rules/indicators", files.index("rules/indicators"));
        List<JsonValue> own = ownFolder
                .map(folder -> files.in(folder.resolve("rules").resolve("indicators")))
                .orElse(List.of());
        JsonValue root = JsonFiles.byId(shipped, own).get("live");
        root.object(Set.of("id", "version", "indicators"), Set.of());
        Map<Long, Rule> rules = new TreeMap<>();
        for (JsonValue row : root.at("indicators").list(MOST)) {
            row.object(Set.of("no", "figure", "notBelowBase"), Set.of());
            rules.put(
                    (long) row.at("no").integer(1, 1_000_000),
                    new Rule(
                            row.at("figure").word(Figure.class),
                            row.at("notBelowBase").bool()));
        }
        return new LiveRules(root.at("version").integer(1, 1_000_000), Map.copyOf(rules));
    }
}
