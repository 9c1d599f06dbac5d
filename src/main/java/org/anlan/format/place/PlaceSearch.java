package org.anlan.format.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.place.AxisName.Axis;
import org.anlan.format.place.AxisName.Part;

/** Finds the columns that say where the rows of a table lie: by their names, then by the values of every row. */
public final class PlaceSearch {

    private static final int MOST_TRIALS = 8;

    private final List<PlaceTrial> trials = new ArrayList<>();

    /** Begins a search among the columns of these names. */
    public PlaceSearch(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (WktTrial.isName(names.get(i))) {
                trials.add(new WktTrial(i, names.get(i)));
            }
        }
        // a column that names its system is one for sure
        trials.sort(Comparator.comparing(trial -> !trial.names().contains("_WKT_EPSG_")));
        Map<String, Map<Axis, Map<Part, Integer>>> stems = byStem(names);
        trials.addAll(pairs(stems.getOrDefault(PlaceNames.STEM, Map.of()), names));
        trials.addAll(pairs(stems.getOrDefault("", Map.of()), names));
        stems.remove(PlaceNames.STEM);
        stems.remove("");
        stems.values().forEach(axes -> trials.addAll(pairs(axes, names)));
        if (trials.size() > MOST_TRIALS) {
            trials.subList(MOST_TRIALS, trials.size()).clear();
        }
    }

    private static Map<String, Map<Axis, Map<Part, Integer>>> byStem(List<String> names) {
        Map<String, Map<Axis, Map<Part, Integer>>> stems = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<AxisName> name = AxisName.of(names.get(i));
            if (name.isPresent()) {
                stems.computeIfAbsent(name.get().stem(), none -> new LinkedHashMap<>())
                        .computeIfAbsent(name.get().axis(), none -> new LinkedHashMap<>())
                        .putIfAbsent(name.get().part(), i);
            }
        }
        return stems;
    }

    private static Collection<PlaceTrial> pairs(Map<Axis, Map<Part, Integer>> axes, List<String> names) {
        List<PlaceTrial> pairs = new ArrayList<>();
        for (Axis[] two : new Axis[][] {{Axis.LONGITUDE, Axis.LATITUDE}, {Axis.EAST, Axis.NORTH}, {Axis.X, Axis.Y}}) {
            Optional<AxisColumn> first = column(axes.getOrDefault(two[0], Map.of()), names);
            Optional<AxisColumn> second = column(axes.getOrDefault(two[1], Map.of()), names);
            if (first.isPresent() && second.isPresent()) {
                pairs.add(new PairTrial(new AxisPair(two[0], first.get(), second.get())));
            }
        }
        return pairs;
    }

    /** "经度" or "经度（度）" alone is one column; with minutes beside it, three. */
    private static Optional<AxisColumn> column(Map<Part, Integer> parts, List<String> names) {
        Integer degrees = parts.get(Part.DEGREES);
        Integer minutes = parts.get(Part.MINUTES);
        if (degrees != null && minutes != null) {
            int seconds = parts.getOrDefault(Part.SECONDS, -1);
            return Optional.of(new AxisColumn(degrees, minutes, seconds, names.get(degrees)));
        }
        Integer whole = parts.getOrDefault(Part.WHOLE, degrees);
        return whole == null ? Optional.empty() : Optional.of(new AxisColumn(whole, -1, -1, names.get(whole)));
    }

    /** Takes a row into account. */
    public void see(Texts row) {
        for (PlaceTrial trial : trials) {
            trial.see(row);
        }
    }

    /** The columns that were found, after all rows were seen; what is odd about them goes to the findings. */
    public Optional<Place> found(FindingList findings) {
        List<PlaceTrial> holding = trials.stream().filter(PlaceTrial::holds).toList();
        if (holding.size() > 1) {
            findings.file(
                    "table.more-places",
                    Severity.NOTE,
                    Text.of(
                            "表中不止一处坐标；图形取自%s，其余列（%s）只作为属性",
                            "The table has more than one place a row; shapes come from %s, the other columns (%s) are plain values",
                            holding.get(0).names(),
                            holding.get(1).names()));
        }
        return holding.stream().findFirst().map(trial -> trial.place(findings));
    }
}
