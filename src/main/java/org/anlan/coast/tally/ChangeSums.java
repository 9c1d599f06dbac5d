package org.anlan.coast.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.CountingRules;
import org.anlan.coast.Counts;

/** Adds stretches up to a matrix. */
public final class ChangeSums {

    private static final Comparator<ChangeFigure.Cell> ORDER =
            Comparator.comparing((ChangeFigure.Cell cell) -> word(cell.from())).thenComparing(cell -> word(cell.to()));

    private final CountingRules counting;
    private final Map<List<Optional<ChangeFigure.Type>>, Double> lengths = new LinkedHashMap<>();

    /** Nothing added up yet; what is natural is told by these rules. */
    public ChangeSums(CountingRules counting) {
        this.counting = counting;
    }

    private static String word(Optional<ChangeFigure.Type> type) {
        return type.map(one -> one.type1() + "/" + one.type2()).orElse("");
    }

    /** Adds metres from a type to a type; empty = there was or is no coast. */
    public void add(Optional<ChangeFigure.Type> from, Optional<ChangeFigure.Type> to, double lengthM) {
        lengths.merge(List.of(from, to), lengthM, Double::sum);
    }

    /** What was added up. */
    public ChangeFigure.Sums sums() {
        List<ChangeFigure.Cell> cells = new ArrayList<>();
        lengths.forEach((types, lengthM) -> cells.add(new ChangeFigure.Cell(types.get(0), types.get(1), lengthM)));
        cells.sort(ORDER);
        double changed = 0;
        double lost = 0;
        double gained = 0;
        double gone = 0;
        double fresh = 0;
        for (ChangeFigure.Cell cell : cells) {
            changed += cell.changed() ? cell.lengthM() : 0;
            lost += natural(cell.from()) && !natural(cell.to()) ? cell.lengthM() : 0;
            gained += !natural(cell.from()) && natural(cell.to()) ? cell.lengthM() : 0;
            gone += cell.to().isEmpty() ? cell.lengthM() : 0;
            fresh += cell.from().isEmpty() ? cell.lengthM() : 0;
        }
        return new ChangeFigure.Sums(List.copyOf(cells), changed, lost, gained, gone, fresh);
    }

    private boolean natural(Optional<ChangeFigure.Type> type) {
        return type.map(one -> counting.counts(one.type1(), one.type2()) == Counts.NATURAL)
                .orElse(false);
    }
}
