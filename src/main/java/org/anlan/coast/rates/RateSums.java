package org.anlan.coast.rates;

import java.util.Comparator;
import java.util.List;
import org.anlan.coast.RatesFigure;

/** Sums transects up. */
public final class RateSums {

    /** By the rate; of two with the same, the one that comes first stands for both. */
    private static final Comparator<RatesFigure.Extreme> BY_RATE =
            Comparator.comparingDouble(RatesFigure.Extreme::eprMPerYear);

    private RateSums() {}

    /** Adds up transects. */
    public static RatesFigure.Sums of(List<RatesFigure.Transect> transects) {
        List<RatesFigure.Movement> movements =
                transects.stream().flatMap(one -> one.movement().stream()).toList();
        List<RatesFigure.Extreme> rates = transects.stream()
                .flatMap(one -> one.movement().stream()
                        .map(movement -> new RatesFigure.Extreme(one.number(), movement.eprMPerYear())))
                .toList();
        return new RatesFigure.Sums(
                transects.size(),
                movements.size(),
                number(movements, RatesFigure.Trend.ERODING),
                number(movements, RatesFigure.Trend.ACCRETING),
                number(movements, RatesFigure.Trend.STABLE),
                movements.stream()
                        .mapToDouble(RatesFigure.Movement::eprMPerYear)
                        .average(),
                movements.stream()
                        .mapToDouble(movement -> movement.lrr().rateMPerYear())
                        .average(),
                rates.stream().min(BY_RATE),
                rates.stream().max(BY_RATE.thenComparing(RatesFigure.Extreme::transect, Comparator.reverseOrder())));
    }

    private static int number(List<RatesFigure.Movement> movements, RatesFigure.Trend trend) {
        return (int) movements.stream().filter(one -> one.trend() == trend).count();
    }
}
