package org.anlan.outfall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The archives of outfalls as they are now, one by one; {@link OutfallLists} lists them. */
public final class OutfallArchives {

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

    /** The archive of one outfall. Refused: {@code unknown-outfall}. */
    public OutfallDossier of(String code) {
        Outfall outfall = desk.register().find(code);
        History history = desk.book().of(code);
        Gauge.Look look = gauge.now();
        OutfallList.Line line = new OutfallsNow(desk, look).line(code);
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
