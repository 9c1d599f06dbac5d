package org.anlan.outfall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.catalog.LayerDefinition;
import org.anlan.outfall.ledger.Count;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.ledger.History;
import org.anlan.outfall.ledger.Noted;
import org.anlan.outfall.ledger.Register;
import org.anlan.outfall.ledger.SourceList;
import org.anlan.outfall.readings.Gauge;
import org.anlan.store.FeatureQuery;

/** The archives of outfalls as they are now: lists of them, and single ones whole. */
public final class OutfallArchives {

    /** The most outfalls in one answer. */
    public static final int MOST = 1_000;

    private static final int NEWEST_READINGS = 8;

    private final Desk desk;
    private final Gauge gauge;
    private final OutfallReadings readings;
    private final OutfallPlaces places;

    OutfallArchives(Desk desk, Gauge gauge, OutfallReadings readings, OutfallPlaces places) {
        this.desk = desk;
        this.gauge = gauge;
        this.readings = readings;
        this.places = places;
    }

    /**
     * Which outfalls are wanted. Words are compared as they are; blank = whatever.
     *
     * @param kind kind
     * @param cat1 class, level 1
     * @param cat2 class, level 2
     * @param town code or name of the town
     * @param bay code of the bay
     * @param receiving the water that receives it
     * @param state state now
     * @param overdue only those past their deadline, or only others
     * @param exceeding only those whose newest reading is above a limit, or only others
     * @param text words in code, local code, name or responsible party
     * @param after only those behind this code
     * @param limit at most so many
     */
    public record Filter(
            String kind,
            String cat1,
            String cat2,
            String town,
            String bay,
            String receiving,
            String state,
            Optional<Boolean> overdue,
            Optional<Boolean> exceeding,
            String text,
            String after,
            int limit) {

        private boolean passes(Outfall outfall) {
            String words = text.toLowerCase(Locale.ROOT);
            return same(kind, outfall.kind())
                    && same(cat1, outfall.cat1())
                    && same(cat2, outfall.cat2())
                    && (same(town, outfall.townCode()) || same(town, outfall.town()))
                    && same(bay, outfall.bayCode())
                    && same(receiving, outfall.receiving())
                    && (words.isEmpty()
                            || List.of(outfall.code(), outfall.localCode(), outfall.name(), outfall.party()).stream()
                                    .anyMatch(
                                            one -> one.toLowerCase(Locale.ROOT).contains(words)));
        }

        private boolean passes(OutfallList.Line line) {
            return same(state, line.state())
                    && overdue.filter(wanted -> wanted != line.overdue()).isEmpty()
                    && exceeding.filter(wanted -> wanted != line.exceeding()).isEmpty();
        }

        private static boolean same(String wanted, String is) {
            return wanted.isEmpty() || wanted.equals(is);
        }
    }

    /** The state of every outfall now, by code. */
    public Map<String, String> states() {
        Map<String, History> histories = desk.book().all();
        Map<String, String> states = new HashMap<>();
        desk.register()
                .outfalls()
                .forEach(outfall -> states.put(
                        outfall.code(), desk.state(outfall, histories.getOrDefault(outfall.code(), History.NONE))));
        return states;
    }

    /** The outfalls that pass a filter. */
    public OutfallList list(Filter filter) {
        Register register = desk.register();
        Gauge.Look look = gauge.now();
        Map<String, History> histories = desk.book().all();
        List<OutfallList.Line> page = new ArrayList<>();
        int matching = 0;
        boolean more = false;
        for (Outfall outfall : register.outfalls()) {
            if (!filter.passes(outfall)) {
                continue;
            }
            OutfallList.Line line = line(outfall, histories.getOrDefault(outfall.code(), History.NONE), look);
            if (filter.passes(line)) {
                matching++;
                if (outfall.code().compareTo(filter.after()) > 0) {
                    more = page.size() >= filter.limit();
                    if (!more) {
                        page.add(line);
                    }
                }
            }
        }
        return new OutfallList(
                List.copyOf(page),
                matching,
                more ? Optional.of(page.get(page.size() - 1).code()) : Optional.empty(),
                gauge.byLayer(look.revisions()));
    }

    private OutfallList.Line line(Outfall outfall, History history, Gauge.Look look) {
        String state = desk.state(outfall, history);
        LocalDate today = desk.today();
        int place = look.register().place(outfall.code());
        OptionalInt last = place < 0 ? OptionalInt.empty() : look.summary().lastDay(place);
        return new OutfallList.Line(
                outfall.code(),
                outfall.name(),
                outfall.kind(),
                outfall.cat1(),
                outfall.cat2(),
                outfall.treatment(),
                outfall.townCode(),
                outfall.town(),
                outfall.bayCode(),
                outfall.receiving(),
                state,
                Count.stateName(desk, state),
                history.steps().isEmpty()
                        ? outfall.asOf()
                        : Optional.of(
                                history.steps().get(history.steps().size() - 1).on()),
                desk.deadline(outfall, history, today),
                desk.overdue(outfall, history, state, today),
                last.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(last.getAsInt())),
                place >= 0 && look.summary().isExceeding(place),
                place < 0 ? 0 : look.summary().exceedances(place),
                outfall.lon(),
                outfall.lat());
    }

    /** The archive of one outfall. Refused: {@code unknown-outfall}. */
    public OutfallDossier of(String code) {
        Outfall outfall = desk.register().find(code);
        History history = desk.book().of(code);
        Gauge.Look look = gauge.now();
        OutfallList.Line line = line(outfall, history, look);
        ReadingSeries series = readings.series(code, Optional.empty(), Optional.empty(), Optional.empty());
        int shown = Math.max(0, series.readings().size() - NEWEST_READINGS);
        Map<String, Long> revisions = new TreeMap<>(gauge.byLayer(look.revisions()));
        revisions.putAll(places.revisions());
        revisions.put(SourceList.LAYER, desk.newest(SourceList.LAYER));
        return new OutfallDossier(
                line,
                desk.toBeRemediated(outfall, line.state()),
                attributes(code),
                desk.rules().after(line.state()),
                steps(history),
                lines(history, history.entries()),
                sources(outfall, history),
                plan(history),
                history.newest(Entry.Permit.class, LocalDate.MAX).map(noted -> entered(history, noted)),
                lines(history, history.all(Entry.Sign.class)),
                series.readings().subList(shown, series.readings().size()),
                series.limits(),
                series.missing(),
                places.of(code),
                desk.store().attachments().of(Noted.LEDGER, code).stream()
                        .map(one -> new OutfallDossier.Attached(
                                one.id(), one.name(), one.type(), one.bytes(), one.at(), one.author()))
                        .toList(),
                history.last(),
                revisions);
    }

    private Map<String, Object> attributes(String code) {
        LayerDefinition layer = desk.catalog().layer(Register.LAYER);
        Map<String, Object> attributes = new LinkedHashMap<>();
        FeatureQuery query =
                FeatureQuery.all(layer, desk.newest(Register.LAYER)).withIds(Set.of(code));
        desk.store().features().read(query, row -> {
            for (int i = 0; i < layer.fields().size(); i++) {
                if (row.value(i) != null) {
                    attributes.put(layer.fields().get(i).name(), row.value(i));
                }
            }
            return true;
        });
        return attributes;
    }

    private List<OutfallDossier.Step> steps(History history) {
        return history.steps().stream()
                .map(taken -> new OutfallDossier.Step(
                        taken.number(),
                        taken.on(),
                        taken.author(),
                        taken.step().step(),
                        Count.stateName(desk, taken.step().step()),
                        taken.step().from(),
                        taken.state(),
                        taken.step().remark(),
                        taken.step().attachments()))
                .toList();
    }

    private static List<OutfallDossier.Line> lines(History history, List<Noted> entries) {
        return entries.stream().map(noted -> entered(history, noted)).toList();
    }

    /** An entry as an archive shows it. */
    static OutfallDossier.Line entered(History history, Noted noted) {
        return new OutfallDossier.Line(
                noted.number(),
                noted.kind(),
                noted.on(),
                noted.at(),
                noted.author(),
                history.isReplaced(noted.number()),
                noted.entry());
    }

    private List<OutfallDossier.Source> sources(Outfall outfall, History history) {
        SourceList list = desk.sources();
        return history.sources(list.of(outfall.code())).stream()
                .map(source -> source(list, source))
                .toList();
    }

    private OutfallDossier.Source source(SourceList list, String code) {
        Set<String> outfalls = new TreeSet<>();
        list.find(code).ifPresent(known -> known.outfalls().stream()
                .filter(one -> desk.book().of(one).sources(list.of(one)).contains(code))
                .forEach(outfalls::add));
        desk.book().all().forEach((outfall, history) -> {
            if (history.sources(list.of(outfall)).contains(code)) {
                outfalls.add(outfall);
            }
        });
        return new OutfallDossier.Source(
                code,
                list.find(code).map(SourceList.Source::name).orElse(""),
                list.find(code).map(SourceList.Source::kind).orElse(""),
                list.find(code).map(SourceList.Source::party).orElse(""),
                List.copyOf(outfalls));
    }

    private Optional<OutfallDossier.Plan> plan(History history) {
        return history.newest(Entry.Plan.class, LocalDate.MAX).map(noted -> {
            Entry.Plan plan = (Entry.Plan) noted.entry();
            Map<Integer, Noted> done = history.done(noted.number());
            List<OutfallDossier.Task> tasks = new ArrayList<>();
            for (int i = 1; i <= plan.tasks().size(); i++) {
                Entry.Task task = plan.tasks().get(i - 1);
                Optional<LocalDate> end = Optional.ofNullable(done.get(i)).map(Noted::on);
                tasks.add(new OutfallDossier.Task(
                        i,
                        task.what(),
                        task.unit(),
                        task.deadline(),
                        end,
                        end.isEmpty() && task.deadline().isBefore(desk.today())));
            }
            return new OutfallDossier.Plan(
                    noted.number(), noted.on(), plan.title(), plan.unit(), plan.deadline(), List.copyOf(tasks));
        });
    }
}
