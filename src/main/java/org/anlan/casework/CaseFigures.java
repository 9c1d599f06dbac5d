package org.anlan.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;

/** Lists and statistics of problem sites, as they are or as they were at the end of any day. */
public final class CaseFigures {

    private static final Text NONE = new Text("（无）", "(none)");
    private static final int MONTH_LETTERS = 7;

    private final Catalog catalog;
    private final Cases cases;

    /** Figures of this ledger. */
    public CaseFigures(Catalog catalog, Cases cases) {
        this.catalog = catalog;
        this.cases = cases;
    }

    private record Group(String code, Text name) {}

    /** The problem sites that are asked for. */
    public CaseList list(CaseQuestion question) {
        LocalDate day = question.day().orElseGet(cases::today);
        List<Case> then = onDay(day);
        Comparator<Case> order = Comparator.comparing(Case::number);
        if (question.dueWithin().isPresent()) {
            order = Comparator.comparing((Case one) -> one.deadline().orElse(LocalDate.MAX))
                    .thenComparing(order);
        }
        return new CaseList(
                day,
                then.stream().mapToLong(one -> one.entries().size()).sum(),
                then.stream()
                        .filter(one -> question.wants(one, day))
                        .sorted(order)
                        .toList());
    }

    private List<Case> onDay(LocalDate day) {
        return cases.all().values().stream()
                .flatMap(one -> one.asOf(day).stream())
                .toList();
    }

    /** How many there are by a grouping; a day that is left out is today. */
    public CaseStatistics statistics(CaseStatistics.By by, Optional<LocalDate> asked) {
        LocalDate day = asked.orElseGet(cases::today);
        List<Case> then = onDay(day);
        Map<String, Group> groups = new TreeMap<>();
        Map<String, List<Case>> members = new TreeMap<>();
        for (Case one : then) {
            for (Group group : groups(by, one)) {
                groups.put(group.code(), group);
                members.computeIfAbsent(group.code(), code -> new ArrayList<>()).add(one);
            }
        }
        if (by == CaseStatistics.By.STATE) {
            return new CaseStatistics(day, by, counts(then, day), states(members, day));
        }
        return new CaseStatistics(
                day,
                by,
                counts(then, day),
                groups.values().stream()
                        .map(group -> new CaseStatistics.Row(
                                group.code(), group.name(), counts(members.get(group.code()), day)))
                        .toList());
    }

    private static List<CaseStatistics.Row> states(Map<String, List<Case>> members, LocalDate day) {
        return Arrays.stream(CaseState.values())
                .map(state -> new CaseStatistics.Row(
                        state.word(), state.label(), counts(members.getOrDefault(state.word(), List.of()), day)))
                .toList();
    }

    private static CaseStatistics.Counts counts(Collection<Case> some, LocalDate day) {
        return new CaseStatistics.Counts(
                some.size(),
                some.stream().filter(one -> !one.state().open()).count(),
                some.stream().filter(one -> one.overdue(day)).count());
    }

    private Collection<Group> groups(CaseStatistics.By by, Case one) {
        CasePlace place = one.opening().place();
        CaseSource.Kind source = one.opening().source().kind();
        return switch (by) {
            case STATE -> List.of(new Group(one.state().word(), one.state().label()));
            case UNIT -> List.of(new Group(one.unit(), one.unit().isEmpty() ? NONE : Text.same(one.unit())));
            case TOWN -> List.of(group(place.town()));
            case BAY -> List.of(group(place.bay()));
            case MONTH -> {
                String month = one.openedOn().toString().substring(0, MONTH_LETTERS);
                yield List.of(new Group(month, Text.same(month)));
            }
            case SOURCE -> List.of(new Group(source.word(), source.label()));
            case LAYER -> layers(one);
        };
    }

    private static Group group(Optional<CasePlace.Unit> unit) {
        return unit.map(known -> new Group(known.code(), Text.same(known.name())))
                .orElse(new Group("", NONE));
    }

    private Collection<Group> layers(Case one) {
        Map<String, Group> layers = new LinkedHashMap<>();
        one.opening().hits().forEach(hit -> layers.put(hit.layer(), new Group(hit.layer(), layer(hit.layer()))));
        return layers.isEmpty() ? List.of(new Group("", NONE)) : layers.values();
    }

    /** What a layer is called; its id when it is in the catalogue no more. */
    Text layer(String id) {
        return catalog.find(id).map(LayerDefinition::title).orElse(Text.same(id));
    }
}
