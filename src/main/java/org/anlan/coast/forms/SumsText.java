package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.Sums;
import org.anlan.coast.SurveySource;
import org.anlan.report.Facts;

/** What the figures of the coast have in common as JSON and in a terminal. */
final class SumsText {

    private SumsText() {}

    /** Some coast as JSON. */
    static ObjectNode node(Sums sums, Optional<RetentionFigure.Target> target) {
        return put(JsonNodeFactory.instance.objectNode(), sums, target);
    }

    /** The same, into an object that has other keys already. */
    static ObjectNode put(ObjectNode node, Sums sums, Optional<RetentionFigure.Target> target) {
        node.put("segments", sums.segments())
                .put("totalM", sums.totalM())
                .put("naturalM", sums.naturalM())
                .put("natureLikeM", sums.natureLikeM())
                .put("estuaryM", sums.estuaryM())
                .put("artificialM", sums.artificialM())
                .put("countedNaturalM", sums.countedNaturalM())
                .put("countedTotalM", sums.countedTotalM());
        if (sums.ratioPercent().isPresent()) {
            node.put("ratioPercent", sums.ratioPercent().getAsDouble());
        } else {
            node.putNull("ratioPercent");
        }
        node.put("marginM", target.map(t -> sums.marginM(t.percent())).orElse(null));
        return node;
    }

    static void rules(ObjectNode node, RetentionFigure.RuleSet rules) {
        node.putObject("rules").put("id", rules.id()).put("version", rules.version());
    }

    static void target(ObjectNode node, Optional<RetentionFigure.Target> target) {
        if (target.isEmpty()) {
            node.putNull("target");
            return;
        }
        Optional<RetentionFigure.RuleSet> from = target.get().from();
        node.putObject("target")
                .put("percent", target.get().percent())
                .put("id", from.map(RetentionFigure.RuleSet::id).orElse(null))
                .put("version", from.map(RetentionFigure.RuleSet::version).orElse(null));
    }

    static void revisions(ObjectNode node, RetentionFigure.Revisions revisions) {
        node.putObject("revisions")
                .put("coastline", revisions.coastline())
                .put("regions", revisions.regions() == 0 ? null : revisions.regions());
    }

    static void source(ObjectNode node, SurveySource source) {
        ObjectNode one = node.putObject("source");
        ArrayNode scales = one.putArray("scales");
        source.scales().forEach(scales::add);
        one.put("scaleStated", source.stated());
        ArrayNode sources = one.putArray("sources");
        source.sources().forEach(sources::add);
    }

    static void warnings(ObjectNode node, List<Text> warnings) {
        ArrayNode list = node.putArray("warnings");
        warnings.forEach(w -> list.addObject().put("zh", w.zh()).put("en", w.en()));
    }

    /** What a figure rests on, for a report. */
    static Facts basis(RetentionFigure.RuleSet rules, RetentionFigure.Revisions revisions) {
        return basis(revisions).and(new Text("统计规则", "Counting rules"), rules.id() + " v" + rules.version());
    }

    /** What every figure of the coast rests on: the states of the layers and how lengths are computed. */
    static Facts basis(RetentionFigure.Revisions revisions) {
        return Facts.none()
                .and(new Text("岸线图层修订号", "Revision of the coastline"), revisions.coastline())
                .and(new Text("行政区修订号", "Revision of the regions"), revisions.regions())
                .and(new Text("长度算法", "Length method"), RetentionFigure.LENGTH_METHOD);
    }

    /** A ratio as a value of a report; blank where nothing is counted. */
    static Object percent(Sums sums) {
        return sums.ratioPercent().isPresent() ? (Object) sums.ratioPercent().getAsDouble() : "";
    }

    /** A ratio rounded for a terminal. */
    static String ratio(Sums sums) {
        return sums.ratioPercent().isPresent()
                ? String.format(Locale.ROOT, "%.2f", sums.ratioPercent().getAsDouble())
                : "–";
    }

    /** A number without needless zeros: 35, 39.86. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
