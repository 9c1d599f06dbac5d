package org.anlan.coast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds stretches up to a matrix. */
final class ChangeSums {

    private static final Comparator<ChangeFigure.Cell> ORDER =
            Comparator.comparing((ChangeFigure.Cell cell) -> word(cell.from())).thenComparing(cell -> word(cell.to()));

    private final CountingRules counting;
    private final Map<List<Optional<ChangeFigure.Type>>, Double> lengths = new LinkedHashMap<>();

    ChangeSums(CountingRules counting) {
        this.counting = counting;
    }

    private static String word(Optional<ChangeFigure.Type> type) {
        return type.map(one -> one.type1() + "/" + one.type2()).orElse("");
    }

    void add(Optional<ChangeFigure.Type> from, Optional<ChangeFigure.Type> to, double lengthM) {
        lengths.merge(List.of(from, to), lengthM, Double::sum);
    }

    ChangeFigure.Sums sums() {
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
