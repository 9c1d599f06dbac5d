package org.anlan.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.format.SourceField;

/** The values of one field in the records looked at. */
final class ColumnSample {

    private static final int SHOWN = 5;
    private static final int LONGEST_SHOWN = 40;
    private static final int LONGEST_KEPT = 200;
    /** A field with more different values than this is no list of words. */
    private static final int MOST_WORDS = 500;

    private final int most;
    private final WordBudget budget;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private int filled;
    private int seen;
    private boolean tooMany;

    ColumnSample(SourceField.Type type, WordBudget budget) {
        boolean mayBeWords = type == SourceField.Type.TEXT || type == SourceField.Type.INTEGER;
        this.most = mayBeWords ? MOST_WORDS : SHOWN;
        this.budget = budget;
    }

    void see(Object value) {
        seen++;
        if (value == null || (value instanceof String text && text.isBlank())) {
            return;
        }
        filled++;
        if (tooMany) {
            return;
        }
        String word = value.toString().strip();
        String kept = word.length() > LONGEST_KEPT ? word.substring(0, LONGEST_KEPT) : word;
        if (!words.containsKey(kept) && (words.size() >= most || !budget.take())) {
            tooMany = true;
            return;
        }
        words.merge(kept, 1, Integer::sum);
    }

    /** The different values and how often each was met; when there are too many, only the first of them. */
    Map<String, Integer> words() {
        return words;
    }

    /** Whether {@link #words} are all of them. */
    boolean complete() {
        return !tooMany;
    }

    /** How many different values there are; empty when they were too many to count. */
    Optional<Integer> distinct() {
        return tooMany ? Optional.empty() : Optional.of(words.size());
    }

    double fillRate() {
        return seen == 0 ? 0 : (double) filled / seen;
    }

    /** The value that all records have; empty when they differ or one has none. */
    Optional<String> only() {
        return complete() && words.size() == 1 && filled == seen
                ? words.keySet().stream().findFirst()
                : Optional.empty();
    }

    List<String> samples() {
        return words.keySet().stream().limit(SHOWN).map(ColumnSample::shown).toList();
    }

    static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
