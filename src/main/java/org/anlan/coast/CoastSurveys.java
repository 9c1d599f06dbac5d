package org.anlan.coast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anlan.catalog.Catalog;
import org.anlan.coast.survey.SplitSurvey;
import org.anlan.coast.survey.Survey;
import org.anlan.coast.tally.Tally;
import org.anlan.geo.Overlaps;
import org.anlan.geo.Simplification;
import org.anlan.store.Store;

/** The surveys that figures were asked of lately, read and added up. Revisions never change, so nothing in here goes stale. */
public final class CoastSurveys {

    private final Catalog catalog;
    private final Store store;

    private final Cache<SurveyKey, Survey> surveys =
            Caffeine.newBuilder().maximumSize(16).softValues().build();

    private final Cache<TallyKey, Tally> tallies =
            Caffeine.newBuilder().maximumSize(256).build();

    private final Cache<RegionsKey, Regions> regions =
            Caffeine.newBuilder().maximumSize(16).softValues().build();

    private final Cache<SurveyKey, Map<Integer, List<Overlaps.Range>>> repeated =
            Caffeine.newBuilder().maximumSize(16).softValues().build();

    private final Cache<SimplifiedKey, Simplified> simplified =
            Caffeine.newBuilder().maximumSize(64).build();

    /** Surveys of this store. */
    public CoastSurveys(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /**
     * Names a survey.
     *
     * @param coastline revision of the coastline
     * @param year survey year
     * @param coast mainland or islands
     */
    record SurveyKey(long coastline, int year, Coast coast) {}

    /**
     * What a tally rests on.
     *
     * @param survey the survey
     * @param regions revision of the regions; 0 = there are none
     * @param level level of the regions it is split by; blank = not split by place
     */
    record TallyKey(SurveyKey survey, long regions, String level) {}

    /**
     * A survey at a coarser scale.
     *
     * @param tally it added up, not split by place
     * @param vertices vertices that are left
     */
    record Simplified(Tally tally, long vertices) {}

    private record RegionsKey(long revision, String level) {}

    private record SimplifiedKey(SurveyKey survey, double toleranceM) {}

    /** A survey's segments. */
    Survey survey(SurveyKey key) {
        return surveys.get(
                key, k -> Survey.read(store, catalog.layer("coastline"), k.coastline(), k.year(), k.coast()));
    }

    /** A survey added up; refused ({@code no-regions}) when it is to be split by regions that there are not. */
    Tally tally(TallyKey key) {
        return tallies.get(key, this::add);
    }

    private Tally add(TallyKey key) {
        if (key.level().isEmpty()) {
            return Tally.of(SplitSurvey.whole(survey(key.survey())));
        }
        Regions among = regions(key.regions(), key.level()).required();
        return Tally.of(SplitSurvey.byRegion(survey(key.survey()), among));
    }

    /** The regions of a level at a revision (0 = there is none); there may be none of this level. */
    Regions regions(long revision, String level) {
        return regions.get(
                new RegionsKey(revision, level),
                key -> revision == 0 ? Regions.none(level) : Regions.read(catalog, store, revision, level));
    }

    /** What of a survey is drawn twice, by the number of the segment that repeats it. */
    Map<Integer, List<Overlaps.Range>> repeated(SurveyKey key) {
        return repeated.get(key, k -> SplitSurvey.repeated(survey(k), new ArrayList<>()));
    }

    /** A survey at a coarser scale. Of a segment that is drawn twice in part, the same share of its length counts as before. */
    Simplified simplified(SurveyKey key, double toleranceM) {
        return simplified.get(new SimplifiedKey(key, toleranceM), this::simplify);
    }

    private Simplified simplify(SimplifiedKey key) {
        SplitSurvey whole = SplitSurvey.whole(survey(key.survey()));
        List<SplitSurvey.Stretch> stretches = new ArrayList<>();
        long vertices = 0;
        for (SplitSurvey.Stretch stretch : whole.stretches()) {
            Survey.Segment segment = whole.segments().get(stretch.segment());
            Simplification left = Simplification.of(segment.line(), key.toleranceM());
            double share = segment.lengthM() > 0 ? stretch.lengthM() / segment.lengthM() : 0;
            stretches.add(new SplitSurvey.Stretch(stretch.segment(), stretch.region(), share * left.lengthM()));
            vertices += left.vertices();
        }
        return new Simplified(
                Tally.of(new SplitSurvey(
                        whole.segments(), stretches, whole.regionNames(), whole.source(), whole.warnings())),
                vertices);
    }
}
