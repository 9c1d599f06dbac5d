package org.anlan.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of layers in memory, each of the newest state that was asked for. The first question for a layer has its words read in the background; later revisions are followed,
 * unless they change much. What is too much for the room that there is, is not kept; what was asked for longest ago goes first.
 */
final class NameIndexes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NameIndexes.class);

    private final FeatureStore features;
    private final long mostBytes;
    private final Map<Words, Kept> ready = new ConcurrentHashMap<>();
    private final Map<Words, Long> making = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "name-index");
        thread.setDaemon(true);
        return thread;
    });

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

    /** The words of the features that a query names, as far as this looks at them; empty while they are not in memory. */
    Optional<Names> of(FeatureQuery query, NameMatch match) {
        if (mostBytes == 0) {
            return Optional.empty();
        }
        Words words = new Words(query.layer().id(), match.fields(query.layer()), query.surveyYear());
        long revision = query.revision().orElseThrow();
        Kept kept = ready.get(words);
        if (kept != null && kept.revision() == revision) {
            kept.used().set(clock.incrementAndGet());
            return kept.names();
        }
        Optional<Names> followed = Optional.ofNullable(kept)
                .flatMap(Kept::names)
                .filter(names -> names.readAt() < revision)
                .flatMap(names -> names.at(query, features, match));
        if (followed.isPresent()) {
            ready.put(words, new Kept(revision, followed, new AtomicLong(clock.incrementAndGet())));
            return followed;
        }
        if (making.putIfAbsent(words, revision) == null) {
            try {
                reader.execute(() -> make(words, query, match));
            } catch (RejectedExecutionException e) {
                making.remove(words); // the service ends
            }
        }
        return Optional.empty();
    }

    private void make(Words words, FeatureQuery query, NameMatch match) {
        try {
            NameIndex.Making index = new NameIndex.Making(match, mostBytes);
            boolean stopped = features.read(query, row -> !closed.get() && index.take(row));
            if (!closed.get()) {
                long revision = query.revision().orElseThrow();
                keep(words, revision, stopped ? Optional.empty() : Optional.of(Names.readAt(revision, index.made())));
            }
        } catch (RuntimeException e) {
            if (!closed.get()) {
                LOG.warn("the names of {} could not be read; its features are searched one by one", words.layer(), e);
            }
        } finally {
            making.remove(words);
        }
    }

    private void keep(Words words, long revision, Optional<Names> names) {
        if (names.isEmpty()) {
            LOG.warn(
                    "the names of {} take more than the {} MB that there are for searching; its features are searched one by one",
                    words.layer(),
                    mostBytes >> 20);
        }
        ready.put(words, new Kept(revision, names, new AtomicLong(clock.incrementAndGet())));
        while (ready.size() > 1
                && ready.values().stream().mapToLong(Kept::bytes).sum() > mostBytes) {
            ready.entrySet().stream()
                    .filter(one -> !one.getKey().equals(words) && one.getValue().bytes() > 0)
                    .min(Comparator.comparingLong(one -> one.getValue().used().get()))
                    .ifPresent(oldest -> ready.remove(oldest.getKey()));
        }
    }

    /** Waits until all that was asked for so far is in memory. */
    void settle() {
        Future<?> last = reader.submit(() -> {});
        try {
            last.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed.set(true);
        reader.shutdown();
        try {
            reader.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
