package org.anlan.store;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;

/** The survey years that a layer has at a revision. */
public final class SurveyYears {

    private SurveyYears() {}

    /** The year that is asked for; refused ({@code no-survey-year}, {@code unknown-year}) when the layer has none or not this one. */
    public static Optional<Integer> known(LayerDefinition layer, Optional<Revision> revision, Optional<Integer> year) {
        if (year.isEmpty()) {
            return year;
        }
        if (layer.surveyYearField().isEmpty()) {
            throw Refusal.invalid("no-survey-year", "图层 %s 不分调查年度", "Layer %s has no survey years", layer.id());
        }
        List<String> years = revision.stream()
                .flatMap(r -> r.state().surveyYears().keySet().stream())
                .map(String::valueOf)
                .toList();
        if (!years.contains(year.get().toString())) {
            throw Refusal.notFound(
                    "unknown-year",
                    "图层 %s 没有 %d 年的修测；现有：%s",
                    "Layer %s has no survey of %d; there are: %s",
                    layer.id(),
                    year.get(),
                    years.isEmpty() ? "–" : String.join(", ", years));
        }
        return year;
    }
}
