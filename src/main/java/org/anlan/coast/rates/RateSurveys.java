package org.anlan.coast.rates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.Coast;
import org.anlan.coast.Rates;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.survey.CoastStates;
import org.anlan.coast.survey.Survey;
import org.anlan.geo.LineHits;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;

/** Reads the surveys that rates are computed from: which years, when, how sure, where their lines are and which files they came from. */
public final class RateSurveys {

    private final Store store;
    private final LayerDefinition layer;

    /**
     * A survey that was read.
     *
     * @param used what is told of it
     * @param survey its mainland segments
     * @param hits finds where transects meet them
     */
    public record Read(RatesFigure.SurveyUsed used, Survey survey, LineHits hits) {}

    /** Reads surveys of a coastline layer. */
    public RateSurveys(Store store, LayerDefinition layer) {
        this.store = store;
        this.layer = layer;
    }

    /** The surveys asked for, oldest first. Refused: {@code unknown-year}, {@code too-few-surveys}, {@code too-many-surveys}, {@code bad-parameter}, {@code dates-in-order}. */
    public List<Read> read(Revision coastline, Rates.Question question) {
        SortedSet<Integer> years = new TreeSet<>();
        years.addAll(
                question.years().isEmpty() ? coastline.state().surveyYears().keySet() : question.years());
        years.forEach(year -> CoastStates.year(coastline, Optional.of(year)));
        check(years, question);
        Map<Long, Revision> revisions = store.revisions().of("coastline").stream()
                .collect(Collectors.toMap(Revision::id, revision -> revision));
        List<Read> surveys = new ArrayList<>();
        for (int year : years) {
            Set<Long> since = new TreeSet<>();
            Survey survey = Survey.read(store, layer, coastline.id(), year, Coast.MAINLAND, since::add);
            surveys.add(new Read(
                    used(year, question, sources(since, revisions)),
                    survey,
                    new LineHits(survey.segments().stream()
                            .<Geometry>map(Survey.Segment::line)
                            .toList())));
        }
        inOrder(surveys);
        return surveys;
    }

    private static void check(SortedSet<Integer> years, Rates.Question question) {
        if (years.size() < 2) {
            throw Refusal.invalid(
                    "too-few-surveys",
                    "变化速率至少要有两次修测；所选：%s",
                    "Change rates need two surveys at least; asked for: %s",
                    years);
        }
        if (years.size() > Rates.MOST_SURVEYS) {
            throw Refusal.invalid(
                    "too-many-surveys",
                    "一次最多计算 %d 次修测，所选 %d 次；请用 years 选择",
                    "At most %d surveys at once, not %d; choose with years",
                    Rates.MOST_SURVEYS,
                    years.size());
        }
        onlyOf(years, question.uncertainties().byYear().keySet(), "uncertainty");
        onlyOf(years, question.dates().keySet(), "dates");
    }

    private static void onlyOf(SortedSet<Integer> years, Iterable<Integer> named, String parameter) {
        for (int year : named) {
            if (!years.contains(year)) {
                throw Refusal.invalid(
                        "bad-parameter",
                        "参数 %s 提到 %d 年，它不在所选修测 %s 中",
                        "The parameter %s names %d, which is not among the surveys %s",
                        parameter,
                        year,
                        years);
            }
        }
    }

    private static RatesFigure.SurveyUsed used(int year, Rates.Question question, List<String> sources) {
        Optional<LocalDate> date = Optional.ofNullable(question.dates().get(year));
        return new RatesFigure.SurveyUsed(
                year,
                date,
                date.map(RateSurveys::time).orElse((double) year),
                question.uncertainties().of(year).orElse(Rates.DEFAULT_UNCERTAINTY_M),
                sources);
    }

    /** A day as a number of years: the first of January has no fraction. */
    private static double time(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }

    private static List<String> sources(Set<Long> since, Map<Long, Revision> revisions) {
        return since.stream()
                .flatMap(id -> Optional.ofNullable(revisions.get(id)).stream())
                .flatMap(revision -> revision.origin().source().stream())
                .map(source -> source.name() + " (" + source.crs() + ")")
                .distinct()
                .toList();
    }

    private static void inOrder(List<Read> surveys) {
        for (int i = 1; i < surveys.size(); i++) {
            RatesFigure.SurveyUsed before = surveys.get(i - 1).used();
            RatesFigure.SurveyUsed after = surveys.get(i).used();
            if (!(before.time() < after.time())) {
                throw Refusal.invalid(
                        "dates-in-order",
                        "修测日期应随年度递增：%d 年为 %.3f，%d 年为 %.3f",
                        "The days of the surveys should come in the order of their years: %d is at %.3f, %d at %.3f",
                        before.year(),
                        before.time(),
                        after.year(),
                        after.time());
            }
        }
    }
}
