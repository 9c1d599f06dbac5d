package org.anlan.zoning.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.By;
import org.anlan.coast.Counted;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.CountingRules;
import org.anlan.coast.Counts;
import org.anlan.coast.Retention;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.Sums;
import org.anlan.zoning.ImpactQuestion;
import org.anlan.zoning.ImpactReport;

/** The mainland coast that a project takes, and the retention ratio when all of it becomes artificial. */
public final class CoastInside {

    private static final String ARTIFICIAL = "artificial";

    private final int mainland;
    private final int type1;
    private final int type2;
    private final int protection;
    private final Retention retention;
    private final CountingRuleSets counting;

    /** Counts by these rules. */
    public CoastInside(LayerDefinition coastline, Retention retention, CountingRuleSets counting) {
        this.mainland = coastline.indexOf("mainland");
        this.type1 = coastline.indexOf("type1");
        this.type2 = coastline.indexOf("type2");
        this.protection = coastline.indexOf("protection");
        this.retention = retention;
        this.counting = counting;
    }

    private record Kind(String type1, String type2, String protection) {}

    /** What of the survey lies inside. */
    public ImpactReport.CoastTaken taken(Footprint footprint, LayerShapes survey, ImpactQuestion question) {
        Map<Kind, Double> lengths = new LinkedHashMap<>();
        for (Footprint.Part part : footprint.look(survey).parts()) {
            if (part.of().value(mainland).equals(Optional.of(true)) && part.lengthM() > 0) {
                lengths.merge(kind(part.of()), part.lengthM(), Double::sum);
            }
        }
        CountingRules rules = question.counting().map(counting::find).orElseGet(counting::usual);
        Retention.Question asked =
                new Retention.Question(question.year(), By.TYPE1, Optional.of(rules.id()), question.revision());
        RetentionFigure figure = retention.figure(asked);
        return taken(lengths, rules, figure);
    }

    private Kind kind(LayerShapes.Shape segment) {
        return new Kind(word(segment, type1), word(segment, type2), word(segment, protection));
    }

    private static String word(LayerShapes.Shape segment, int field) {
        return segment.value(field).map(Object::toString).orElse("");
    }

    private static ImpactReport.CoastTaken taken(
            Map<Kind, Double> lengths, CountingRules rules, RetentionFigure figure) {
        Sums now = figure.total();
        Counts then = rules.counts(ARTIFICIAL, "");
        List<ImpactReport.Taking> takes = new ArrayList<>();
        double allM = 0;
        double naturalM = 0;
        double excludedM = 0;
        for (Map.Entry<Kind, Double> one : lengths.entrySet()) {
            Kind kind = one.getKey();
            Counts counts = rules.counts(kind.type1(), kind.type2());
            allM += one.getValue();
            naturalM += counts == Counts.NATURAL ? one.getValue() : 0;
            excludedM += counts == Counts.EXCLUDED ? one.getValue() : 0;
            takes.add(new ImpactReport.Taking(kind.type1(), kind.type2(), kind.protection(), one.getValue()));
        }
        takes.sort(Comparator.comparingDouble(ImpactReport.Taking::lengthM).reversed());
        double totalThen = now.countedTotalM() + (then == Counts.EXCLUDED ? excludedM - allM : excludedM);
        return new ImpactReport.CoastTaken(
                figure.surveyYear(),
                rules.id() + "@" + rules.version(),
                takes,
                allM,
                naturalM,
                figure.target(),
                now.counted(),
                new Counted(now.countedNaturalM() - naturalM, totalThen));
    }
}
