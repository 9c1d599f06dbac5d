package org.anlan.frozen;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.Revision;
import org.anlan.store.RowVisitor;
import org.anlan.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads features from frozen layers, and from the store where there is none yet. The first question for a state has it frozen in the background; until that
 * is done, and for questions in the order of ids or of what is gone later, the store answers. Both give the same rows in the same order.
 * Where somebody is shown only some fields of a layer, the rows have those only.
 */
public final class FrozenFeatures implements FeatureStore, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(FrozenFeatures.class);

    /** After a failure a state is not tried again for so long. */
    private static final long REST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Store store;
    private final Catalog catalog;
    private final FrozenFolder folder;
    private final long mostBytes;
    private final Map<State, Kept> ready = new ConcurrentHashMap<>();
    private final Map<State, CompletableFuture<Void>> making = new ConcurrentHashMap<>();
    private final Map<State, Long> failedAt = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService freezer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "freezer");
        thread.setDaemon(true);
        return thread;
    });

    /** A layer at a revision of its own. */
    private record State(String layer, long revision) {}

    private record Kept(FrozenLayer frozen, Path path, AtomicLong used) {}

    /**
     * Reads through frozen layers.
     *
     * @param folder where they lie
     * @param mostBytes what all of them may take together; 0 = nothing is frozen
     */
    public FrozenFeatures(Store store, Catalog catalog, Path folder, long mostBytes) {
        this.store = store;
        this.catalog = catalog;
        this.folder = new FrozenFolder(folder);
        this.mostBytes = mostBytes;
        if (mostBytes > 0) {
            try {
                this.folder.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean read(FeatureQuery query, RowVisitor visitor) {
        if (!query.layer().whole()) {
            NarrowLayer narrow = new NarrowLayer(catalog.layer(query.layer().id()), query.layer());
            return read(narrow.whole(query), narrow.narrowing(visitor));
        }
        Optional<FrozenLayer> frozen = frozen(query);
        return frozen.isPresent()
                ? frozen.get().read(query, visitor)
                : store.features().read(query, visitor);
    }

    /**
     * How many features a query names, whatever its limit and page, where that can be told cheaply: from a frozen layer, by looking at no more than
     * so many features.
     */
    public OptionalLong count(FeatureQuery query, long mostLooks) {
        if (!query.layer().whole()) {
            LayerDefinition whole = catalog.layer(query.layer().id());
            return count(new NarrowLayer(whole, query.layer()).whole(query), mostLooks);
        }
        Optional<FrozenLayer> frozen = frozen(query);
        long count = frozen.isPresent() ? frozen.get().count(query, mostLooks) : -1;
        return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** Freezes a state now, and waits for it. */
    public void freeze(LayerDefinition layer, long revision) {
        State state = new State(layer.id(), revision);
        if (mostBytes > 0 && !ready.containsKey(state)) {
            begin(layer, state).join();
        }
    }

    /** What the frozen layers in use take on disk. */
    public long bytes() {
        return ready.values().stream().mapToLong(kept -> kept.frozen().bytes()).sum();
    }

    private Optional<FrozenLayer> frozen(FeatureQuery query) {
        if (mostBytes == 0
                || query.order() == FeatureQuery.Order.ID
                || query.goneAt().isPresent()
                || query.revision().isEmpty()
                || query.revision().getAsLong() == 0) {
            return Optional.empty();
        }
        State state = new State(query.layer().id(), query.revision().getAsLong());
        Kept kept = ready.get(state);
        if (kept == null) {
            Long failed = failedAt.get(state);
            if (failed == null || System.nanoTime() - failed > REST_NANOS) {
                CompletableFuture<Void> unused = begin(query.layer(), state);
            }
            return Optional.empty();
        }
        kept.used().set(clock.incrementAndGet());
        return Optional.of(kept.frozen());
    }

    private CompletableFuture<Void> begin(LayerDefinition layer, State state) {
        return making.computeIfAbsent(state, wanted -> {
            try {
                return CompletableFuture.runAsync(() -> make(layer, wanted), freezer);
            } catch (RejectedExecutionException e) {
                return CompletableFuture.completedFuture(null); // the service ends
            }
        });
    }

    private void make(LayerDefinition layer, State state) {
        try {
            Optional<Revision> revision = store.revisions().find(state.revision());
            if (revision.isEmpty() || !revision.get().layer().equals(state.layer())) {
                failedAt.put(state, System.nanoTime()); // a number of another layer: the store answers
                return;
            }
            Path path = folder.of(state.layer(), state.revision());
            String name = StateName.of(layer, catalog, revision.get());
            Optional<FrozenLayer> frozen = FrozenLayer.open(path, layer, name);
            if (frozen.isEmpty() && write(layer, state, name, path)) {
                frozen = FrozenLayer.open(path, layer, name);
            }
            frozen.ifPresent(made -> keep(state, made, path));
        } catch (IOException | RuntimeException e) {
            if (!closed.get()) {
                LOG.warn(
                        "{} at revision {} could not be frozen; the store is read instead",
                        state.layer(),
                        state.revision(),
                        e);
            }
            failedAt.put(state, System.nanoTime());
        } finally {
            making.remove(state);
        }
    }

    private boolean write(LayerDefinition layer, State state, String name, Path path) throws IOException {
        long begun = System.nanoTime();
        Path making = folder.making(state.layer());
        try {
            try (Freezing freezing = new Freezing(making, layer, FeatureProperties.of(layer, catalog))) {
                boolean stopped = store.features().read(FeatureQuery.all(layer, state.revision()), row -> {
                    try {
                        freezing.add(row);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return !closed.get();
                });
                if (stopped) {
                    return false;
                }
                freezing.finish(name);
            }
            folder.made(making, path);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            FrozenFolder.remove(making);
        }
        LOG.debug(
                "{} at revision {} was frozen in {} ms",
                state.layer(),
                state.revision(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return true;
    }

    private void keep(State state, FrozenLayer made, Path path) {
        ready.put(state, new Kept(made, path, new AtomicLong(clock.incrementAndGet())));
        if (made.bytes() > mostBytes) {
            LOG.warn(
                    "{} takes {} MB when it is frozen, more than all may take; it is kept as long as nothing else is asked for",
                    state.layer(),
                    made.bytes() >> 20);
        }
        makeRoom(state);
    }

    /** Removes what was asked for longest ago until the rest has room; readers that are under way keep what they have mapped. */
    private void makeRoom(State newest) {
        try {
            long sum = 0;
            for (Path path : folder.list()) {
                sum += FrozenFolder.bytes(path);
            }
            for (Path path : folder.list()) {
                boolean used =
                        ready.values().stream().anyMatch(kept -> kept.path().equals(path));
                if (sum > mostBytes && !used) {
                    sum -= FrozenFolder.bytes(path);
                    FrozenFolder.remove(path);
                }
            }
            while (sum > mostBytes && ready.size() > 1) {
                State oldest = ready.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(newest))
                        .min((a, b) -> Long.compare(
                                a.getValue().used().get(), b.getValue().used().get()))
                        .orElseThrow()
                        .getKey();
                Kept gone = ready.remove(oldest);
                sum -= gone.frozen().bytes();
                FrozenFolder.remove(gone.path());
            }
        } catch (IOException e) {
            LOG.warn("frozen layers that are not needed could not be removed", e);
        }
    }

    /** Ends the freezing that is under way. Those who still read go on. */
    @Override
    public void close() {
        closed.set(true);
        freezer.shutdown();
        try {
            freezer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
