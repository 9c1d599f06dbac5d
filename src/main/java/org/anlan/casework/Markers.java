package org.anlan.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anlan.access.Caller;
import org.anlan.base.EnteredText;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.LedgerEvent;
import org.anlan.store.LedgerFold;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/** The boundary markers of protected areas: where they stand says the layer, how they are says whoever inspected them last. */
public final class Markers {

    /** The name of the ledger. */
    public static final String LEDGER = "marker";

    /** After how many days without an inspection one is overdue, where nobody says. [cfg] */
    public static final int USUAL_OVERDUE_DAYS = 365;

    /** The most days. */
    public static final int MOST_OVERDUE_DAYS = 3_660;

    private static final String LAYER = "boundary-markers";
    private static final String INSPECTION = "inspection";
    private static final String INTACT = "intact";

    private final Catalog catalog;
    private final Store store;
    private final FieldPlaces places;
    private final FieldDay days;
    private final LayerDefinition layer;
    private final CodeList states;
    private final LedgerFold<List<MarkerInspection>> inspections;

    /** The markers of this store. */
    public Markers(Catalog catalog, Store store, FieldPlaces places, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.places = places;
        this.days = new FieldDay(clock);
        this.layer = catalog.layer(LAYER);
        this.states = list("state");
        this.inspections = new LedgerFold<>(store.ledgers(), LEDGER, Markers::with);
    }

    /**
     * Which markers.
     *
     * @param states codes of states; none = any
     * @param area code of the protected area; empty = any
     * @param overdue only those whose inspection is overdue
     * @param overdueDays after how many days without an inspection one is overdue
     */
    public record Question(Set<String> states, Optional<String> area, boolean overdue, int overdueDays) {}

    /**
     * An inspection that is entered.
     *
     * @param state code or label of the state
     * @param on the day; empty = today
     * @param remark the remark; may be blank
     * @param after how many inspections the marker has, as whoever enters this knows it; empty = whatever it has now
     */
    public record Entered(String state, Optional<LocalDate> on, String remark, OptionalLong after) {}

    private CodeList list(String field) {
        return catalog.codeList(layer.field(field)
                .flatMap(one -> one.codeList())
                .orElseThrow(() -> new IllegalStateException("markers have no list for " + field)));
    }

    private static List<MarkerInspection> with(Optional<List<MarkerInspection>> before, LedgerEvent event) {
        JsonNode body = CaseBody.body(event);
        List<MarkerInspection> all = new ArrayList<>(before.orElse(List.of()));
        all.add(new MarkerInspection(
                event.number(),
                event.on(),
                event.at(),
                event.author(),
                body.path("state").asText(),
                body.path("remark").asText()));
        return List.copyOf(all);
    }

    /** What a state is called. */
    public Text stateLabel(String code) {
        return label(states, code);
    }

    /** What a kind of marker is called. */
    public Text kindLabel(String code) {
        return label(list("kind"), code);
    }

    private static Text label(CodeList list, String code) {
        return code.isEmpty()
                ? new Text("（未填）", "(not said)")
                : list.entry(code).map(CodeList.Entry::label).orElse(Text.same(code));
    }

    /** A code of a state from its code, label or alias; refused ({@code unknown-state}). */
    public String state(String word) {
        return states.match(word)
                .map(CodeList.Entry::code)
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-state",
                        "界桩没有状态“%s”；可用：%s",
                        "A boundary marker has no state \"%s\"; there are: %s",
                        word,
                        states.entries().stream()
                                .map(one -> one.code() + " " + one.label().zh())
                                .collect(Collectors.joining(", "))));
    }

    /** A marker; refused ({@code unknown-marker}). */
    public Marker find(String code) {
        return look(code)
                .orElseThrow(() ->
                        Refusal.notFound("unknown-marker", "没有编号为“%s”的界桩", "There is no boundary marker \"%s\"", code));
    }

    /** A marker; empty when there is none of this code. */
    public Optional<Marker> look(String code) {
        return read(newest(), Set.of(code)).stream().findFirst();
    }

    private long newest() {
        return store.revisions().newest(LAYER).map(Revision::id).orElse(0L);
    }

    private List<Marker> read(long revision, Set<String> ids) {
        List<Marker> markers = new ArrayList<>();
        if (revision == 0) {
            return markers;
        }
        Map<String, List<MarkerInspection>> known = inspections.now();
        int area = layer.indexOf("pa_code");
        int kind = layer.indexOf("kind");
        int state = layer.indexOf("state");
        int inspected = layer.indexOf("inspected");
        store.features().read(FeatureQuery.all(layer, revision).withIds(ids).in(FeatureQuery.Order.ID), row -> {
            List<MarkerInspection> seen = known.getOrDefault(row.id(), List.of());
            Optional<LocalDate> byLayer = Optional.ofNullable((LocalDate) row.value(inspected));
            Optional<MarkerInspection> newest = newest(seen)
                    .filter(one -> byLayer.map(day -> !day.isAfter(one.on())).orElse(true));
            markers.add(new Marker(
                    row.id(),
                    text(row.value(area)),
                    text(row.value(kind)),
                    row.geometry(),
                    row.geometry()
                            .map(places::of)
                            .orElse(new CasePlace(Optional.empty(), Optional.empty(), Optional.empty(), 0)),
                    newest.map(MarkerInspection::state).orElse(text(row.value(state))),
                    newest.map(MarkerInspection::on).or(() -> byLayer),
                    seen));
            return true;
        });
        return markers;
    }

    /** The inspection of the latest day; of several on one day the last that was entered. */
    private static Optional<MarkerInspection> newest(List<MarkerInspection> seen) {
        return seen.stream().reduce((one, other) -> other.on().isBefore(one.on()) ? one : other);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** The markers that are asked for, with their counts; refused ({@code bad-parameter}). */
    public MarkerList list(Question question) {
        if (question.overdueDays() < 1 || question.overdueDays() > MOST_OVERDUE_DAYS) {
            throw Refusal.invalid("bad-parameter", "天数应为 1 到 %d", "The days should be from 1 to %d", MOST_OVERDUE_DAYS);
        }
        LocalDate today = days.today();
        Predicate<Marker> late = marker -> marker.overdue(today, question.overdueDays());
        long revision = newest();
        List<Marker> markers = read(revision, Set.of()).stream()
                .filter(one -> question.states().isEmpty() || question.states().contains(one.state()))
                .filter(one -> question.area().map(one.area()::equals).orElse(true))
                .filter(one -> !question.overdue() || late.test(one))
                .toList();
        Map<String, List<Marker>> byArea =
                markers.stream().collect(Collectors.groupingBy(Marker::area, TreeMap::new, Collectors.toList()));
        return new MarkerList(
                today,
                question.overdueDays(),
                revision,
                counts(markers, late),
                states(markers),
                byArea.entrySet().stream()
                        .map(area -> new MarkerList.AreaCount(area.getKey(), counts(area.getValue(), late)))
                        .toList(),
                markers);
    }

    private static MarkerList.Counts counts(List<Marker> markers, Predicate<Marker> late) {
        return new MarkerList.Counts(
                markers.size(),
                markers.stream().filter(one -> one.state().equals(INTACT)).count(),
                markers.stream().filter(late).count());
    }

    private List<MarkerList.StateCount> states(List<Marker> markers) {
        Map<String, Long> counts = new LinkedHashMap<>();
        states.entries().forEach(one -> counts.put(one.code(), 0L));
        markers.forEach(one -> counts.merge(one.state(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(one -> new MarkerList.StateCount(one.getKey(), stateLabel(one.getKey()), one.getValue()))
                .toList();
    }

    /**
     * Enters an inspection. Refused: {@code unknown-marker}, {@code unknown-state}, {@code not-your-region}, {@code day-in-the-future}, {@code text-too-long}, {@code
     * ledger-moved}. One of an earlier day than the newest is taken too: it was entered late.
     */
    public Marker inspect(String code, Entered entered, Caller caller) {
        Marker marker = find(code);
        caller.mustWorkIn(marker.place().regionCodes());
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("state", state(EnteredText.required("state", entered.state(), EnteredText.LONGEST_NAME)))
                .put("remark", EnteredText.or("remark", entered.remark(), EnteredText.LONGEST_REMARK))
                .toString();
        store.ledgers()
                .append(
                        List.of(new LedgerEvent.New(
                                LEDGER,
                                code,
                                entered.after().orElse(marker.inspections().size()),
                                INSPECTION,
                                days.past(entered.on()),
                                body)),
                        caller.actor());
        return find(code);
    }
}
