package org.anlan.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anlan.base.Refusal;
import org.anlan.report.Seal;

/** The proposed places that somebody chooses, by their ids. */
final class ChosenPlaces {

    /** The most that are opened at once. */
    private static final int MOST_AT_ONCE = 200;

    private static final int ID_LETTERS = 16;

    private final List<String> ids;

    /** These; refused ({@code missing-value} when there are none, {@code too-many-cases}). */
    ChosenPlaces(List<String> ids) {
        if (ids.isEmpty()) {
            throw Refusal.invalid("missing-value", "缺少“places”：请选择至少一处", "\"places\" is missing: choose at least one");
        }
        if (ids.size() > MOST_AT_ONCE) {
            throw Refusal.invalid(
                    "too-many-cases", "一次最多登记 %d 个问题点位", "At most %d problem sites are opened at once", MOST_AT_ONCE);
        }
        this.ids = ids;
    }

    /** The id of a place: the same text always gives the same. */
    static String id(String text) {
        return Seal.of(text).substring(0, ID_LETTERS);
    }

    /** The chosen ones among those that are proposed, each once; refused ({@code unknown-place}). */
    <T> List<T> among(List<T> proposed, Function<T, String> id) {
        Map<String, T> byId = new HashMap<>();
        proposed.forEach(one -> byId.put(id.apply(one), one));
        return among(chosen -> Optional.ofNullable(byId.get(chosen)));
    }

    /** What the chosen ids name, each once; refused ({@code unknown-place}). */
    <T> List<T> among(Function<String, Optional<T>> named) {
        return ids.stream()
                .distinct()
                .map(chosen -> named.apply(chosen)
                        .orElseThrow(() -> Refusal.notFound(
                                "unknown-place",
                                "这次比对中没有编号为“%s”的位置；请重新比对",
                                "This comparison has no place \"%s\"; ask for its proposals again",
                                chosen)))
                .toList();
    }
}
