package org.anlan.coast.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.Regions;

/** Casts the transects of a baseline and lays them on the surveys. */
public final class Transects {

    /** Intersections nearer to each other are one: an edge's end is the next one's start. Metres. */
    private static final double SAME_PLACE_M = 1e-3;

    private final Casting casting;
    private final List<RateSurveys.Read> surveys;
    private final Regions regions;
    private final Movements movements;

    /** Casts over these surveys; transects are told by the region that they start in. */
    public Transects(Casting casting, List<RateSurveys.Read> surveys, Regions regions) {
        this.casting = casting;
        this.surveys = surveys;
        this.regions = regions;
        this.movements = new Movements(surveys.stream()
                .map(RateSurveys.Read::used)
                .collect(Collectors.toMap(RatesFigure.SurveyUsed::year, Function.identity())));
    }

    /** Refused: {@code too-many-transects}, {@code no-transects}. */
    public List<RatesFigure.Transect> of(RatesFigure.BaselineUsed baseline) {
        List<SmoothLine> lines = baseline.lines().stream()
                .map(line -> new SmoothLine(line, casting.smoothingM()))
                .toList();
        check(lines, baseline.lengthM());
        List<Cast> casts = Cast.from(lines, casting.spacingM());
        boolean[] crossing = Cast.crossing(casts, casting.halfLengthM());
        List<RatesFigure.Transect> transects = new ArrayList<>(casts.size());
        for (int i = 0; i < casts.size(); i++) {
            transects.add(transect(i + 1, casts.get(i), crossing[i]));
        }
        return transects;
    }

    private void check(List<SmoothLine> lines, double lengthM) {
        long number = lines.stream()
                .mapToLong(line -> Cast.number(line.lengthM(), casting.spacingM()))
                .sum();
        if (number > Casting.MOST_TRANSECTS) {
            throw Refusal.invalid(
                    "too-many-transects",
                    "基线长 %.0f 米，间距 %s 米要设 %d 条断面，最多 %d 条；请加大间距",
                    "A baseline of %.0f m with a transect every %s m has %d of them; at most %d: make the spacing greater",
                    lengthM,
                    Double.toString(casting.spacingM()),
                    number,
                    Casting.MOST_TRANSECTS);
        }
        if (number == 0) {
            throw Refusal.invalid(
                    "no-transects",
                    "基线长 %.3f 米，比间距 %s 米的一半还短，没有断面；请减小间距",
                    "The baseline of %.3f m is shorter than half the spacing of %s m: no transect stands on it; make the spacing smaller",
                    lengthM,
                    Double.toString(casting.spacingM()));
        }
    }

    private RatesFigure.Transect transect(int number, Cast cast, boolean crossing) {
        Foot foot = cast.foot();
        List<RatesFigure.Intersection> met = new ArrayList<>();
        surveys.forEach(survey -> intersection(foot, survey).ifPresent(met::add));
        return new RatesFigure.Transect(
                number,
                cast.line() + 1,
                cast.alongM(),
                foot.lon(),
                foot.lat(),
                cast.shape(casting.halfLengthM()),
                regions.split().at(foot.lon(), foot.lat()).orElse(""),
                crossing,
                List.copyOf(met),
                movements.of(met));
    }

    private Optional<RatesFigure.Intersection> intersection(Foot foot, RateSurveys.Read survey) {
        List<Double> places = new ArrayList<>();
        survey.hits().along(foot.lon(), foot.lat(), foot.leftLon(), foot.leftLat(), casting.halfLengthM(), places::add);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        places.sort(null);
        int found = 0;
        double before = Double.NEGATIVE_INFINITY;
        double picked = places.get(0);
        for (double place : places) {
            found += place - before > SAME_PLACE_M ? 1 : 0;
            before = place;
            picked = casting.pick().prefers(place, picked) ? place : picked;
        }
        return Optional.of(new RatesFigure.Intersection(
                survey.used().year(), foot.distanceM(picked), foot.lonAt(picked), foot.latAt(picked), found));
    }
}
