package org.anlan.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of layers in memory, each of the newest state that was asked for. Who asks for a layer first reads its words, and others wait for that; later revisions are followed,
 * unless they change much. What is too much for the room that there is, is not kept; what was asked for longest ago goes first.
 */
final class NameIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(NameIndexes.class);

    private final FeatureStore features;
    private final long mostBytes;
    private final Map<Words, Kept> ready = new ConcurrentHashMap<>();
    private final Map<Words, Object> reading = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong();

    /** Which words: those of these fields in one survey of a layer. Who is shown fewer fields finds by those only. */
    private record Words(String layer, List<String> fields, Optional<Integer> surveyYear) {}

    /**
     * Words that were read.
     *
     * @param revision the state they are of
     * @param names the words; empty = too many
     * @param used when they were last asked for
     */
    private record Kept(long revision, Optional<Names> names, AtomicLong used) {

        private long bytes() {
            return names.map(Names::bytes).orElse(0L);
        }
    }

    /** Keeps words of up to so many bytes together; 0 = none. */
    NameIndexes(FeatureStore features, long mostBytes) {
        this.features = features;
        this.mostBytes = mostBytes;
    }

    /** The words of the features that a query names, as far as this looks at them; empty when there is no room for them. */
    Optional<Names> of(FeatureQuery query, NameMatch match) {
        if (mostBytes == 0) {
            return Optional.empty();
        }
        Words words = new Words(query.layer().id(), match.fields(query.layer()), query.surveyYear());
        long revision = query.revision().orElseThrow();
        Kept kept = ready.get(words);
        if (kept == null || kept.revision() != revision) {
            synchronized (reading.computeIfAbsent(words, same -> new Object())) {
                kept = ready.get(words);
                if (kept == null || kept.revision() != revision) {
                    kept = new Kept(revision, names(words, Optional.ofNullable(kept), query, match), new AtomicLong());
                    ready.put(words, kept);
                    makeRoom(words);
                }
            }
        }
        kept.used().set(clock.incrementAndGet());
        return kept.names();
    }

    private Optional<Names> names(Words words, Optional<Kept> before, FeatureQuery query, NameMatch match) {
        long revision = query.revision().orElseThrow();
        Optional<Names> followed = before.flatMap(Kept::names)
                .filter(names -> names.readAt() < revision)
                .flatMap(names -> names.at(query, features, match));
        if (followed.isPresent()) {
            return followed;
        }
        ready.remove(words); // two at once may be too much
        NameIndex.Making making = new NameIndex.Making(match, mostBytes);
        boolean[] room = {true};
        features.read(query, row -> room[0] = making.take(row));
        if (!room[0]) {
            LOG.warn(
                    "the names of {} take more than the {} MB that there are for searching; its features are searched one by one",
                    words.layer(),
                    mostBytes >> 20);
            return Optional.empty();
        }
        return Optional.of(Names.readAt(revision, making.made()));
    }

    private void makeRoom(Words newest) {
        while (ready.values().stream().mapToLong(Kept::bytes).sum() > mostBytes) {
            Optional<Words> oldest = ready.entrySet().stream()
                    .filter(one ->
                            !one.getKey().equals(newest) && one.getValue().bytes() > 0)
                    .min(Comparator.comparingLong(one -> one.getValue().used().get()))
                    .map(Map.Entry::getKey);
            if (oldest.isEmpty()) {
                return;
            }
            ready.remove(oldest.get());
        }
    }
}
