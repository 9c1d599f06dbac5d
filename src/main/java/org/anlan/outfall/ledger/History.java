package org.anlan.outfall.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.outfall.Entry;
import org.anlan.outfall.OutfallRules;

/** The entries of one outfall and what follows from them. Never changes. */
public final class History {

    /** Nothing entered yet. */
    public static final History NONE = new History(List.of(), List.of());

    private final List<Noted> entries;
    private final List<Taken> steps;
    private final Set<Long> replaced = new HashSet<>();

    private History(List<Noted> entries, List<Taken> steps) {
        this.entries = entries;
        this.steps = steps;
        for (Noted noted : entries) {
            if (noted.entry() instanceof Entry.Correction correction) {
                replaced.add(correction.replaces());
            }
        }
    }

    /** These entries and one more. */
    History and(Noted noted, OutfallRules rules) {
        List<Noted> more = new ArrayList<>(entries);
        more.add(noted);
        return new History(List.copyOf(more), List.copyOf(Chain.of(more, rules).taken()));
    }

    /** All entries, the oldest first; those that were replaced too. */
    public List<Noted> entries() {
        return entries;
    }

    /** Number of the newest entry; 0 = none yet. */
    public long last() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).number();
    }

    /** Whether an entry was replaced by a later one. */
    public boolean isReplaced(long number) {
        return replaced.contains(number);
    }

    /** The steps that count, in their order; their days never fall. */
    public List<Taken> steps() {
        return steps;
    }

    /** The state that the steps until a day, it included, lead to. */
    public Optional<String> stateOn(LocalDate day) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).on().isAfter(day)) {
                return Optional.of(steps.get(i).state());
            }
        }
        return Optional.empty();
    }

    /** The newest entry of a kind that was not replaced, of those until a day. */
    public <T extends Entry> Optional<Noted> newest(Class<T> type, LocalDate until) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Noted noted = entries.get(i);
            if (type.isInstance(noted.entry())
                    && !isReplaced(noted.number())
                    && !noted.on().isAfter(until)) {
                return Optional.of(noted);
            }
        }
        return Optional.empty();
    }

    /** All entries of a kind that were not replaced. */
    public <T extends Entry> List<Noted> all(Class<T> type) {
        return entries.stream()
                .filter(noted -> type.isInstance(noted.entry()) && !isReplaced(noted.number()))
                .toList();
    }

    /** The tasks of a plan that are done: number of the task → the entry that says so. */
    public Map<Integer, Noted> done(long plan) {
        Map<Integer, Noted> done = new TreeMap<>();
        for (Noted noted : all(Entry.Done.class)) {
            if (noted.entry() instanceof Entry.Done one && one.plan() == plan) {
                done.putIfAbsent(one.task(), noted);
            }
        }
        return done;
    }

    /** The sources that feed the outfall: those that the layer of sources links with it, as later entries have it. */
    public Set<String> sources(Set<String> ofLayer) {
        Set<String> sources = new TreeSet<>(ofLayer);
        for (Noted noted : all(Entry.Source.class)) {
            if (noted.entry() instanceof Entry.Source one) {
                if (one.linked()) {
                    sources.add(one.source());
                } else {
                    sources.remove(one.source());
                }
            }
        }
        return sources;
    }
}
