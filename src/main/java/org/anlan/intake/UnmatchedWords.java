package org.anlan.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.NameLikeness;

/** Counts the words of a file that the code lists of their fields do not know. */
final class UnmatchedWords {

    /** Different words kept per layer; a field with more is no field of codes. */
    private static final int MOST = 1_000;

    private static final double LIKE_ENOUGH = 0.5;

    private record Key(String field, String word) {}

    private final Map<Key, Long> counts = new HashMap<>();
    private final Map<String, CodeList> lists = new HashMap<>();

    /** Counts a word of a file field that the list does not know. */
    void add(String field, String word, long times, CodeList list) {
        Key key = new Key(field, word);
        if (counts.size() < MOST || counts.containsKey(key)) {
            counts.merge(key, times, Long::sum);
            lists.putIfAbsent(field, list);
        }
    }

    /** The words, those met most often first. */
    List<Inspection.Unmatched> list() {
        List<Inspection.Unmatched> all = new ArrayList<>();
        counts.forEach((key, count) -> all.add(new Inspection.Unmatched(
                key.field(), key.word(), count, suggestion(lists.get(key.field()), key.word()))));
        all.sort(Comparator.comparingLong(Inspection.Unmatched::count)
                .reversed()
                .thenComparing(Inspection.Unmatched::field)
                .thenComparing(Inspection.Unmatched::word));
        return List.copyOf(all);
    }

    private static Optional<String> suggestion(CodeList list, String word) {
        return list.entries().stream()
                .max(Comparator.comparingDouble(entry -> likeness(entry, word)))
                .filter(entry -> likeness(entry, word) >= LIKE_ENOUGH)
                .map(CodeList.Entry::code);
    }

    private static double likeness(CodeList.Entry entry, String word) {
        return Stream.concat(
                        Stream.of(
                                entry.code(), entry.label().zh(), entry.label().en()),
                        entry.aliases().stream())
                .mapToDouble(known -> likeness(known, word))
                .max()
                .orElse(0);
    }

    /** A word that holds the other, or is held by it, means the same more often than not. */
    private static double likeness(String known, String word) {
        double edits = NameLikeness.ofWords(known, word);
        boolean part = known.length() > 1 && word.length() > 1 && (word.contains(known) || known.contains(word));
        return part ? Math.max(edits, LIKE_ENOUGH + edits / 2) : edits;
    }
}
