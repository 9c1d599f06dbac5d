package org.anlan.outfall.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.outfall.Entry;
import org.anlan.outfall.Outfall;
import org.anlan.outfall.OutfallRules;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/** What everybody who works with the ledger of outfalls has in front of them: the outfalls, the sources, what was entered, the rules, the day. */
public final class Desk {

    /** The layer of regions. */
    public static final String REGIONS = "regions";

    private final Catalog catalog;
    private final Store store;
    private final OutfallRules rules;
    private final Clock clock;
    private final Book book;
    private final Lately<List<Long>, Register> register;
    private final Lately<Long, SourceList> sources;
    private final Lately<Long, NamedShapes> bays;

    /** The ledger in a store; the clock tells the day. */
    public Desk(Catalog catalog, Store store, OutfallRules rules, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
        this.book = new Book(store.ledgers(), rules);
        this.register = new Lately<>(revisions ->
                Register.read(store, catalog.layer(Register.LAYER), revisions.get(0), bays(), rules.bayWithinM()));
        this.sources = new Lately<>(revision -> SourceList.read(store, catalog.layer(SourceList.LAYER), revision));
        this.bays = new Lately<>(revision -> {
            LayerDefinition layer = catalog.layer(REGIONS);
            int levelAt = layer.indexOf("level");
            return NamedShapes.read(store, layer, row -> "bay".equals(row.value(levelAt)));
        });
    }

    /** The layers. */
    public Catalog catalog() {
        return catalog;
    }

    /** What is kept. */
    public Store store() {
        return store;
    }

    /** What the installation has set. */
    public OutfallRules rules() {
        return rules;
    }

    /** What was entered. */
    public Book book() {
        return book;
    }

    /** The outfalls as they are now; those that state no bay are in the one that they lie in. */
    public Register register() {
        return register.of(List.of(newest(Register.LAYER), newest(REGIONS)));
    }

    /** The sources as they are now. */
    public SourceList sources() {
        return sources.of(newest(SourceList.LAYER));
    }

    /** The newest revision of a layer; 0 when it has none. */
    public long newest(String layer) {
        return store.revisions().newest(layer).map(Revision::id).orElse(0L);
    }

    /** The bays as they are now. */
    public NamedShapes bays() {
        return bays.of(newest(REGIONS));
    }

    /** The day. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The state of an outfall on a day: by the last step until then, else as the layer states it for a day no later; {@link OutfallRules#UNKNOWN} else. */
    public String stateOn(Outfall outfall, History history, LocalDate day) {
        return history.stateOn(day)
                .or(() -> Optional.of(outfall.state()).filter(state -> !state.isEmpty() && isKnown(outfall, day)))
                .orElse(OutfallRules.UNKNOWN);
    }

    /** A state without a day is one of today. */
    private boolean isKnown(Outfall outfall, LocalDate day) {
        return !outfall.asOf().orElseGet(this::today).isAfter(day);
    }

    /** The state of an outfall now: by its last step, else as the layer states it. */
    public String state(Outfall outfall, History history) {
        if (!history.steps().isEmpty()) {
            return history.steps().get(history.steps().size() - 1).state();
        }
        return outfall.state().isEmpty() ? OutfallRules.UNKNOWN : outfall.state();
    }

    /** Until when an outfall is to be remediated: as its plan says, else as the layer does. */
    public Optional<LocalDate> deadline(Outfall outfall, History history, LocalDate day) {
        return history.newest(Entry.Plan.class, day)
                .map(noted -> ((Entry.Plan) noted.entry()).deadline())
                .or(outfall::deadline);
    }

    /** Whether an outfall is to be remediated: a treatment is stated, or it has come so far. */
    public boolean toBeRemediated(Outfall outfall, String state) {
        return !outfall.treatment().isEmpty() || rules.toBeRemediated().contains(state);
    }

    /** Whether an outfall is not done by a day though it should be. */
    public boolean overdue(Outfall outfall, History history, String state, LocalDate day) {
        return !rules.done().contains(state)
                && deadline(outfall, history, day)
                        .filter(until -> until.isBefore(day))
                        .isPresent();
    }
}
