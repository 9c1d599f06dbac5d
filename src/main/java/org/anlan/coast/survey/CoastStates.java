package org.anlan.coast.survey;

import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/** The states of the layers that figures of the coast rest on. */
public final class CoastStates {

    private final Store store;

    /** Asks the revisions of this store. */
    public CoastStates(Store store) {
        this.store = store;
    }

    /** The coastline at a revision, else the newest; refused ({@code no-coastline}, {@code unknown-revision}). */
    public Revision coastline(OptionalLong revision) {
        return (revision.isPresent()
                        ? Optional.of(store.revisions().at("coastline", revision.getAsLong()))
                        : store.revisions().newest("coastline"))
                .orElseThrow(CoastStates::none);
    }

    /** The regions may have come after the coast: then there were none. */
    public Optional<Revision> regions(OptionalLong revision) {
        return store.revisions().upTo("regions", revision);
    }

    /** A survey year of the coastline, else its newest; refused ({@code no-coastline}, {@code unknown-year}). */
    public static int year(Revision coastline, Optional<Integer> asked) {
        var years = coastline.state().surveyYears();
        if (years.isEmpty()) {
            throw none();
        }
        int year = asked.orElse(years.lastKey());
        if (!years.containsKey(year)) {
            throw Refusal.notFound(
                    "unknown-year",
                    "没有 %d 年的岸线修测；现有：%s",
                    "There is no coast survey of %d; there are: %s",
                    year,
                    String.join(
                            ", ", years.keySet().stream().map(String::valueOf).toList()));
        }
        return year;
    }

    private static Refusal none() {
        return Refusal.conflict("no-coastline", "还没有岸线数据；请先导入岸线", "There is no coastline yet; hand one in first");
    }
}
