package org.anlan.coast.rates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.anlan.coast.RatesFigure;

/** Computes how the coast moved along a transect from where it meets the surveys. */
final class Movements {

    /** What moved by less did not move: positions agree no better, metres. */
    private static final double NO_MOVE_M = 1e-3;

    private final Map<Integer, RatesFigure.SurveyUsed> surveys;

    Movements(Map<Integer, RatesFigure.SurveyUsed> surveys) {
        this.surveys = surveys;
    }

    /** The movement; empty for fewer than two intersections. */
    Optional<RatesFigure.Movement> of(List<RatesFigure.Intersection> met) {
        if (met.size() < 2) {
            return Optional.empty();
        }
        RatesFigure.Intersection first = met.get(0);
        RatesFigure.Intersection last = met.get(met.size() - 1);
        RatesFigure.SurveyUsed oldest = surveys.get(first.year());
        RatesFigure.SurveyUsed newest = surveys.get(last.year());
        double years = newest.time() - oldest.time();
        double[] distances = all(met, RatesFigure.Intersection::distanceM);
        double nsm = last.distanceM() - first.distanceM();
        double sce = met.stream()
                        .mapToDouble(RatesFigure.Intersection::distanceM)
                        .max()
                        .orElseThrow()
                - met.stream()
                        .mapToDouble(RatesFigure.Intersection::distanceM)
                        .min()
                        .orElseThrow();
        double uncertainty = Math.hypot(oldest.uncertaintyM(), newest.uncertaintyM()) / years;
        double[] times = all(met, one -> surveys.get(one.year()).time());
        boolean moved = sce >= NO_MOVE_M;
        return Optional.of(new RatesFigure.Movement(
                first.year(),
                last.year(),
                nsm,
                sce,
                nsm / years,
                uncertainty,
                trend(nsm / years, uncertainty),
                fit(times, distances, all(met, one -> 1), moved),
                fit(times, distances, all(met, one -> 1 / square(one)), moved)));
    }

    private double square(RatesFigure.Intersection one) {
        double uncertainty = surveys.get(one.year()).uncertaintyM();
        return uncertainty * uncertainty;
    }

    private static double[] all(List<RatesFigure.Intersection> met, ToDoubleFunction<RatesFigure.Intersection> value) {
        return met.stream().mapToDouble(value).toArray();
    }

    private static RatesFigure.Trend trend(double epr, double uncertainty) {
        if (Math.abs(epr) <= uncertainty) {
            return RatesFigure.Trend.STABLE;
        }
        return epr < 0 ? RatesFigure.Trend.ERODING : RatesFigure.Trend.ACCRETING;
    }

    private static RatesFigure.Fit fit(double[] times, double[] distances, double[] weights, boolean moved) {
        Regression line = Regression.fit(times, distances, weights);
        return new RatesFigure.Fit(
                line.slope(),
                moved ? line.determination() : OptionalDouble.empty(),
                line.standardError(),
                line.slopeBand());
    }
}
