package org.anlan.coast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.coast.rates.Baselines;
import org.anlan.coast.rates.Casting;
import org.anlan.coast.rates.GivenBaseline;
import org.anlan.coast.rates.RateSums;
import org.anlan.coast.rates.RateSurveys;
import org.anlan.coast.rates.RateWarnings;
import org.anlan.coast.rates.SurveyValues;
import org.anlan.coast.rates.Transects;
import org.anlan.coast.survey.CoastStates;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/** How fast the mainland coast moves: rates along transects over two surveys or more, by the definitions of the USGS Digital Shoreline Analysis System. */
public final class Rates {

    /** How far the line of a survey may be off where nothing is said, metres. [cfg] */
    public static final double DEFAULT_UNCERTAINTY_M = 5;

    /** The least uncertainty, metres: weights are its inverse square. */
    public static final double LEAST_UNCERTAINTY_M = 0.001;

    /** The most uncertainty, metres. */
    public static final double MOST_UNCERTAINTY_M = 10_000;

    /** The most surveys of one figure. */
    public static final int MOST_SURVEYS = 100;

    private final Catalog catalog;
    private final Store store;
    private final CoastStates states;

    /** Computes figures from this store. */
    public Rates(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
        this.states = new CoastStates(store);
    }

    /**
     * What is asked.
     *
     * @param years survey years; empty = all there are
     * @param by city, town or bay
     * @param revision the state of all layers at this revision; empty = the current one
     * @param casting how transects are cast
     * @param uncertainties how far the surveys may be off
     * @param dates days of surveys, by survey year
     * @param baseline the baseline; empty = the line of the oldest of the surveys
     */
    public record Question(
            SortedSet<Integer> years,
            By by,
            OptionalLong revision,
            Casting casting,
            SurveyValues.Uncertainties uncertainties,
            SortedMap<Integer, LocalDate> dates,
            Optional<GivenBaseline> baseline) {}

    /**
     * The figure. Refused: {@code no-coastline}, {@code unknown-year}, {@code too-few-surveys}, {@code too-many-surveys}, {@code dates-in-order}, {@code unknown-grouping},
     * {@code no-regions}, {@code unknown-revision}, {@code bad-parameter}, {@code no-mainland}, {@code side-unknown}, {@code too-many-transects}, {@code no-transects}, {@code
     * baseline-off-coast}.
     */
    public RatesFigure figure(Question question) {
        if (!question.by().byPlace()) {
            throw Refusal.invalid(
                    "unknown-grouping",
                    "变化速率只能按 city、town、bay 统计，不能按“%s”",
                    "Change rates are told by city, town or bay, not by \"%s\"",
                    question.by().word());
        }
        Revision coastline = states.coastline(question.revision());
        List<RateSurveys.Read> surveys = new RateSurveys(store, catalog.layer("coastline")).read(coastline, question);
        long regionsAt = states.regions(question.revision()).map(Revision::id).orElse(0L);
        Regions regions =
                Regions.required(catalog, store, regionsAt, question.by().word());
        List<Text> warnings = new ArrayList<>();
        RatesFigure.BaselineUsed baseline =
                new Baselines(catalog, store).make(surveys.get(0), question, regionsAt, warnings);
        List<RatesFigure.Transect> transects = new Transects(question.casting(), surveys, regions).of(baseline);
        if (transects.stream().allMatch(one -> one.intersections().isEmpty())) {
            throw Refusal.invalid(
                    "baseline-off-coast",
                    "基线两侧 %.0f 米内没有所选修测的岸线；请检查基线的位置，或加大半长",
                    "No line of the surveys lies within %.0f m of the baseline; check where it lies, or make half-length greater",
                    question.casting().halfLengthM());
        }
        List<RatesFigure.SurveyUsed> used =
                surveys.stream().map(RateSurveys.Read::used).toList();
        RateWarnings.add(warnings, question, surveys, baseline, transects);
        Map<String, List<RatesFigure.Transect>> byRegion =
                transects.stream().collect(Collectors.groupingBy(RatesFigure.Transect::region));
        return new RatesFigure(
                used,
                question.by(),
                new RetentionFigure.Revisions(coastline.id(), regionsAt),
                baseline,
                question.casting(),
                RateSums.of(transects),
                regions.names().entrySet().stream()
                        .filter(region -> byRegion.containsKey(region.getKey()))
                        .map(region -> new RatesFigure.Row(
                                region.getKey(), region.getValue(), RateSums.of(byRegion.get(region.getKey()))))
                        .toList(),
                RateSums.of(byRegion.getOrDefault("", List.of())),
                transects,
                List.copyOf(warnings));
    }
}
