package org.anlan.coast.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.Rates;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.survey.SplitSurvey;
import org.anlan.coast.survey.Survey;
import org.anlan.geo.Geodesy;
import org.anlan.geo.LineCut;
import org.anlan.geo.LineJoin;
import org.anlan.geo.Overlaps;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * Makes the baseline of change rates. Unless one is given it is the joined mainland line of the oldest survey as it is, neither moved nor simplified: its own distance is
 * then 0, and what is smoothed is only the direction of the transects. A line moved off the coast would need a distance and cross itself in every bay.
 */
public final class Baselines {

    private final Catalog catalog;
    private final Store store;

    /** Makes baselines from the layers of this store. */
    public Baselines(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** The baseline, the sea on its left. Refused: {@code no-mainland}, {@code side-unknown}. */
    public RatesFigure.BaselineUsed make(
            RateSurveys.Read oldest, Rates.Question question, long regionsAt, List<Text> warnings) {
        Optional<GivenBaseline> given = question.baseline();
        List<LineString> lines =
                given.isPresent() ? List.of(given.get().line()) : LineJoin.join(drawnOnce(oldest.survey(), warnings));
        if (lines.isEmpty()) {
            throw Refusal.conflict(
                    "no-mainland",
                    "%d 年修测没有大陆岸线，无法作基线；请选其他年度或给出基线",
                    "The survey of %d has no mainland coast to be the baseline; choose other years or give a baseline",
                    oldest.used().year());
        }
        List<LineString> turned = given.flatMap(GivenBaseline::seaOnTheLeft).isPresent()
                ? lines.stream()
                        .map(line -> given.get().seaOnTheLeft().get() ? line : line.reverse())
                        .toList()
                : byLand(lines, question.casting(), regionsAt, warnings);
        double lengthM = turned.stream().mapToDouble(Geodesy::lengthM).sum();
        OptionalInt year = given.isPresent()
                ? OptionalInt.empty()
                : OptionalInt.of(oldest.used().year());
        return new RatesFigure.BaselineUsed(year, turned, lengthM);
    }

    /** The segments without what an earlier one drew already. */
    private static List<Geometry> drawnOnce(Survey survey, List<Text> warnings) {
        Map<Integer, List<Overlaps.Range>> repeated = SplitSurvey.repeated(survey, warnings);
        List<Geometry> lines = new ArrayList<>();
        for (int i = 0; i < survey.segments().size(); i++) {
            Geometry line = survey.segments().get(i).line();
            if (repeated.containsKey(i)) {
                rest(line, repeated.get(i), lines);
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static void rest(Geometry line, List<Overlaps.Range> repeated, List<Geometry> lines) {
        double from = 0;
        for (Overlaps.Range range : repeated) {
            keep(line, from, range.fromM(), lines);
            from = range.toM();
        }
        keep(line, from, Geodesy.lengthM(line), lines);
    }

    private static void keep(Geometry line, double fromM, double toM, List<Geometry> lines) {
        if (toM - fromM > Overlaps.DEFAULT_TOLERANCE_M) {
            lines.add(LineCut.between(line, fromM, toM));
        }
    }

    private List<LineString> byLand(List<LineString> lines, Casting casting, long regionsAt, List<Text> warnings) {
        SeaSide side = new SeaSide(land(regionsAt));
        List<LineString> turned = new ArrayList<>();
        double untoldM = 0;
        for (LineString line : lines) {
            Optional<LineString> told = side.seaOnTheLeft(line, casting.smoothingM(), casting.halfLengthM());
            told.ifPresent(turned::add);
            untoldM += told.isPresent() ? 0 : Geodesy.lengthM(line);
        }
        if (turned.isEmpty()) {
            throw Refusal.conflict(
                    "side-unknown",
                    "按市、镇的范围分不清基线哪一侧是海：两侧 %1$.0f 米内陆地一样多；请加大半长，或给出基线并注明 sea=left 或 right",
                    "The regions do not tell on which side of the baseline the sea lies: within %1$.0f m there is as much land on both; make half-length greater, or give a "
                            + "baseline with sea=left or right",
                    casting.halfLengthM());
        }
        if (turned.size() < lines.size()) {
            warnings.add(Text.of(
                    "有 %1$d 段基线（共 %2$.0f 米）分不清海陆，未设断面",
                    "%1$d lines of the baseline (%2$.0f m) have no transects: the regions do not tell their sea side",
                    lines.size() - turned.size(),
                    untoldM));
        }
        return turned;
    }

    /** The land: the cities, where there are none the towns. Bays hold water. */
    private List<Geometry> land(long regionsAt) {
        List<Geometry> cities = areas(regionsAt, "city");
        return cities.isEmpty() ? areas(regionsAt, "town") : cities;
    }

    private List<Geometry> areas(long regionsAt, String level) {
        LayerDefinition layer = catalog.layer("regions");
        int levelAt = layer.indexOf("level");
        List<Geometry> areas = new ArrayList<>();
        store.features().read(FeatureQuery.all(layer, regionsAt), row -> {
            if (level.equals(row.value(levelAt))) {
                row.geometry().ifPresent(areas::add);
            }
            return true;
        });
        return areas;
    }
}
