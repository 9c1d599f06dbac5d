package org.anlan.coast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.anlan.catalog.Catalog;
import org.anlan.store.Store;

/** The surveys that figures were asked of lately, read and added up. Revisions never change, so nothing in here goes stale. */
public final class CoastSurveys {

    private final Catalog catalog;
    private final Store store;

    private final Cache<SurveyKey, Survey> surveys =
            Caffeine.newBuilder().maximumSize(16).softValues().build();

    private final Cache<TallyKey, Tally> tallies =
            Caffeine.newBuilder().maximumSize(256).build();

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
        Regions regions = Regions.required(catalog, store, key.regions(), key.level());
        return Tally.of(SplitSurvey.byRegion(survey(key.survey()), regions));
    }
}
