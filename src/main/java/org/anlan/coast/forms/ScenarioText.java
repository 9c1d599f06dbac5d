package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.base.Padded;
import org.anlan.catalog.Catalog;
import org.anlan.coast.CoastMaps;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.SavedScenarios;
import org.anlan.coast.Scenario;
import org.anlan.coast.ScenarioFigure;
import org.anlan.coast.Sums;
import org.anlan.coast.scenario.SiteCoast;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.format.table.CsvText;
import org.anlan.report.FigureForms;
import org.locationtech.jts.geom.Geometry;

/** Scenarios and their figures as JSON (docs/api.md), as CSV, as a table for a terminal and laid out for people. */
public final class ScenarioText {

    private ScenarioText() {}

    /** A figure in every form. */
    public static FigureForms forms(ScenarioFigure figure, Scenario scenario, Catalog catalog, CoastMaps maps) {
        return new FigureForms(
                "scenario-" + figure.surveyYear(),
                () -> table(figure),
                () -> tree(figure),
                () -> csv(figure),
                Optional.of(() -> geoJson(maps.changed(figure, scenario))),
                () -> new ScenarioDocument(figure, catalog).document(maps.of(figure, scenario)));
    }

    /** A figure as JSON; numbers are not rounded. */
    static ObjectNode tree(ScenarioFigure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("surveyYear", figure.surveyYear()).put("coast", figure.coast().word());
        SumsText.rules(node, figure.rules());
        SumsText.target(node, figure.target());
        node.put("lengthMethod", RetentionFigure.LENGTH_METHOD);
        SumsText.revisions(node, figure.revisions());
        node.set("before", SumsText.node(figure.before(), figure.target()));
        node.set("after", SumsText.node(figure.after(), figure.target()));
        ObjectNode places = node.putObject("places");
        figure.places().forEach(level -> {
            ArrayNode rows = places.putArray(level.by().word());
            level.rows().forEach(row -> {
                ObjectNode one = rows.addObject();
                one.put("code", row.code().isEmpty() ? null : row.code())
                        .put("name", row.code().isEmpty() ? null : row.name());
                one.set("before", SumsText.node(row.before(), figure.target()));
                one.set("after", SumsText.node(row.after(), figure.target()));
            });
        });
        node.set("built", ChangeText.sums(JsonNodeFactory.instance.objectNode(), figure.built()));
        node.set("restored", ChangeText.sums(JsonNodeFactory.instance.objectNode(), figure.restored()));
        ScenarioFigure.Replacement replacement = figure.replacement();
        node.putObject("replacement")
                .put("ratio", replacement.ratio())
                .put("lostM", replacement.lostM())
                .put("requiredM", replacement.requiredM())
                .put("gainedM", replacement.gainedM())
                .put("met", replacement.met());
        ArrayNode sites = node.putArray("sites");
        figure.sites().forEach(site -> sites.addObject()
                .put("name", site.name())
                .put("what", site.what())
                .put("coastM", site.coastM())
                .put("changedM", site.changedM())
                .put("naturalM", site.naturalM()));
        SumsText.warnings(node, figure.warnings());
        return node;
    }

    /** The coast that changes, as a GeoJSON FeatureCollection: longitude and latitude, {@code what} says whether it is built or restored. */
    static ObjectNode geoJson(SiteCoast coast) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        coast.built().forEach(line -> feature(features, line, "built"));
        coast.restored().forEach(line -> feature(features, line, "restored"));
        return node;
    }

    private static void feature(ArrayNode features, Geometry line, String what) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        feature.set("geometry", GeoJsonGeometry.tree(line));
        feature.putObject("properties").put("what", what);
    }

    /** A kept scenario with its figure. */
    public static ObjectNode tree(SavedScenarios.Saved saved) {
        ObjectNode node = FrozenText.head(saved.head());
        node.set("scenario", input(saved.scenario()));
        node.set("figure", tree(saved.figure()));
        ArrayNode newer = node.putArray("newer");
        saved.newer().forEach(text -> newer.addObject().put("zh", text.zh()).put("en", text.en()));
        return node;
    }

    /** Kept scenarios side by side: what they come to. */
    public static ObjectNode compared(List<SavedScenarios.Saved> all) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("scenarios");
        for (SavedScenarios.Saved saved : all) {
            ObjectNode one = FrozenText.head(saved.head());
            ObjectNode figure = tree(saved.figure());
            figure.remove(List.of("places", "sites"));
            one.set("figure", figure);
            ArrayNode newer = one.putArray("newer");
            saved.newer().forEach(text -> newer.addObject().put("zh", text.zh()).put("en", text.en()));
            list.add(one);
        }
        return node;
    }

    /** A scenario as JSON that reads as the same scenario: coordinates to the last digit. */
    public static ObjectNode input(Scenario scenario) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", scenario.name()).put("note", scenario.note());
        scenario.year().ifPresent(year -> node.put("year", year));
        node.put("coast", scenario.coast().word());
        scenario.rules().ifPresent(rules -> node.put("rules", rules));
        scenario.target().ifPresent(target -> node.put("target", target));
        scenario.revision().ifPresent(revision -> node.put("revision", revision));
        node.put("replacementRatio", scenario.replacementRatio());
        ArrayNode footprints = node.putArray("footprints");
        scenario.footprints()
                .forEach(one -> SitePlaceText.put(
                        footprints
                                .addObject()
                                .put("name", one.name())
                                .put("effect", EnumWord.of(one.effect()))
                                .put("type2", one.type2()),
                        one.place()));
        ArrayNode restorations = node.putArray("restorations");
        scenario.restorations()
                .forEach(one -> SitePlaceText.put(
                        restorations.addObject().put("name", one.name()).put("type2", one.type2()), one.place()));
        return node;
    }

    private static String csv(ScenarioFigure figure) {
        CsvText csv = new CsvText(
                "by",
                "code",
                "name",
                "before_counted_natural_m",
                "before_counted_total_m",
                "before_ratio_percent",
                "after_counted_natural_m",
                "after_counted_total_m",
                "after_ratio_percent",
                "after_margin_m",
                "survey_year",
                "coast",
                "rules",
                "rules_version",
                "length_method",
                "coastline_revision",
                "regions_revision");
        figure.places().forEach(level -> level.rows()
                .forEach(row -> record(
                        csv,
                        figure,
                        level.by().word(),
                        row.code().isEmpty()
                                ? new ScenarioFigure.Row("unassigned", "未归属", row.before(), row.after())
                                : row)));
        record(csv, figure, "", new ScenarioFigure.Row("total", "合计", figure.before(), figure.after()));
        return csv.toString();
    }

    private static void record(CsvText csv, ScenarioFigure figure, String by, ScenarioFigure.Row row) {
        csv.record(
                by,
                row.code(),
                row.name(),
                row.before().countedNaturalM(),
                row.before().countedTotalM(),
                SumsText.percent(row.before()),
                row.after().countedNaturalM(),
                row.after().countedTotalM(),
                SumsText.percent(row.after()),
                figure.target()
                        .map(t -> (Object) row.after().marginM(t.percent()))
                        .orElse(""),
                figure.surveyYear(),
                figure.coast().word(),
                figure.rules().id(),
                figure.rules().version(),
                RetentionFigure.LENGTH_METHOD,
                figure.revisions().coastline(),
                figure.revisions().regions() == 0 ? "" : figure.revisions().regions());
    }

    private static String table(ScenarioFigure figure) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%d %s  %s v%d  coastline r%d, regions r%d%n%s%14s%9s%14s%9s%n",
                figure.surveyYear(),
                figure.coast().label().both(),
                figure.rules().id(),
                figure.rules().version(),
                figure.revisions().coastline(),
                figure.revisions().regions(),
                Padded.to("", 30),
                "before m",
                "%",
                "after m",
                "%"));
        figure.places().forEach(level -> level.rows().stream()
                .filter(row -> !row.before().equals(row.after()))
                .forEach(row -> line(
                        out,
                        row.code().isEmpty() ? "未归属 unassigned" : row.name() + " " + row.code(),
                        row.before(),
                        row.after())));
        line(out, "合计 total", figure.before(), figure.after());
        figure.target().ifPresent(target -> out.append(RetentionText.margin(figure.after(), target)));
        ScenarioFigure.Replacement replacement = figure.replacement();
        out.append(String.format(
                Locale.ROOT,
                "占补 replacement 1:%s: 减少 lost %.3f m, 需补 required %.3f m, 增加 gained %.3f m: %s%n",
                SumsText.plain(replacement.ratio()),
                replacement.lostM(),
                replacement.requiredM(),
                replacement.gainedM(),
                replacement.met() ? "满足 met" : "不满足 not met"));
        figure.sites()
                .forEach(site -> out.append(String.format(
                        Locale.ROOT,
                        "%s%14.3f m%14.3f m natural%n",
                        Padded.to(site.what() + " " + site.name(), 30),
                        site.coastM(),
                        site.naturalM())));
        figure.warnings().forEach(w -> out.append("! ").append(w.both()).append(System.lineSeparator()));
        return out.toString();
    }

    private static void line(StringBuilder out, String name, Sums before, Sums after) {
        out.append(String.format(
                Locale.ROOT,
                "%s%14.3f%9s%14.3f%9s%n",
                Padded.to(name, 30),
                before.countedNaturalM(),
                SumsText.ratio(before),
                after.countedNaturalM(),
                SumsText.ratio(after)));
    }
}
