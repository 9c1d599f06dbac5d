package org.anlan.coast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Style;
import org.anlan.coast.scenario.SiteCoast;
import org.anlan.coast.survey.Survey;
import org.anlan.report.Backdrop;
import org.anlan.report.MapPicture;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Maps for the reports of figures that hold no shapes themselves: a survey by what its coast counts as, and the sites of a scenario on it. */
public final class CoastMaps {

    private static final Style.Symbol BUILT_SITE = area("#b3261e", "#b3261e22", Style.Pattern.HATCHED);
    private static final Style.Symbol RESTORED_SITE = area("#01665e", "#01665e22", Style.Pattern.SOLID);
    private static final Style.Symbol BUILT_COAST = line("#b3261e", 6, Style.Pattern.SOLID);
    private static final Style.Symbol RESTORED_COAST = line("#01665e", 6, Style.Pattern.SOLID);

    /** Around the sites of a scenario so much is shown, of their extent. */
    private static final double AROUND = 0.3;

    private final CoastSurveys surveys;
    private final CountingRuleSets rules;
    private final Backdrop backdrop;

    /** Draws surveys over this backdrop. */
    public CoastMaps(CoastSurveys surveys, CountingRuleSets rules, Backdrop backdrop) {
        this.surveys = surveys;
        this.rules = rules;
        this.backdrop = backdrop;
    }

    private static Style.Symbol area(String stroke, String fill, Style.Pattern pattern) {
        return new Style.Symbol(Optional.empty(), Optional.of(stroke), 1.2, Optional.of(fill), pattern);
    }

    private static Style.Symbol line(String stroke, double width, Style.Pattern pattern) {
        return new Style.Symbol(Optional.empty(), Optional.of(stroke), width, Optional.empty(), pattern);
    }

    /** The coast of a figure by what it counts as; empty when its survey has none. */
    public Optional<MapPicture> of(RetentionFigure figure) {
        Survey survey = survey(figure.revisions(), figure.surveyYear(), figure.coast());
        Envelope extent = new Envelope();
        survey.segments().forEach(one -> extent.expandToInclude(one.line().getEnvelopeInternal()));
        if (extent.isNull()) {
            return Optional.empty();
        }
        List<MapPicture.Layer> layers = new ArrayList<>(backdrop.layers());
        layers.addAll(counted(survey, figure.rules().id()));
        return Optional.of(
                new MapPicture(new Text("岸线按保有率口径的归类", "The coast by what it counts as in the ratio"), extent, layers));
    }

    /** The sites of a scenario, numbered as its figure lists them, and the coast that they change; empty without sites. */
    public Optional<MapPicture> of(ScenarioFigure figure, Scenario scenario) {
        Envelope extent = new Envelope();
        List<MapPicture.Shape> built = new ArrayList<>();
        List<MapPicture.Shape> restored = new ArrayList<>();
        Survey survey = survey(figure.revisions(), figure.surveyYear(), figure.coast());
        scenario.footprints()
                .forEach(site -> built.add(numbered(SiteCoast.shape(site.place(), survey), built.size() + 1, extent)));
        scenario.restorations()
                .forEach(site -> restored.add(
                        numbered(SiteCoast.shape(site.place(), survey), built.size() + restored.size() + 1, extent)));
        if (extent.isNull()) {
            return Optional.empty();
        }
        extent.expandBy(AROUND * Math.max(extent.getWidth(), extent.getHeight()));
        List<MapPicture.Layer> layers = new ArrayList<>(backdrop.layers());
        add(layers, new Text("建设、围填海地块", "Sites built over or reclaimed"), BUILT_SITE, built);
        add(layers, new Text("修复地块", "Sites restored"), RESTORED_SITE, restored);
        SiteCoast coast = changed(figure, scenario);
        add(layers, new Text("因建设改变的岸线", "Coast that building changes"), BUILT_COAST, plain(coast.built()));
        add(layers, new Text("因修复改变的岸线", "Coast that restoring changes"), RESTORED_COAST, plain(coast.restored()));
        layers.addAll(counted(survey, figure.rules().id()));
        return Optional.of(new MapPicture(
                new Text("地块与其中的岸线（编号见“地块”表）", "The sites and the coast in them (numbers as in the table of sites)"),
                extent,
                layers));
    }

    /** The coast that the sites of a scenario change. */
    public SiteCoast changed(ScenarioFigure figure, Scenario scenario) {
        return SiteCoast.of(scenario, survey(figure.revisions(), figure.surveyYear(), figure.coast()));
    }

    private Survey survey(RetentionFigure.Revisions revisions, int year, Coast coast) {
        return surveys.survey(new CoastSurveys.SurveyKey(revisions.coastline(), year, coast));
    }

    private static MapPicture.Shape numbered(Geometry shape, int number, Envelope extent) {
        extent.expandToInclude(shape.getEnvelopeInternal());
        return new MapPicture.Shape(shape, Integer.toString(number));
    }

    private static List<MapPicture.Shape> plain(List<Geometry> lines) {
        return lines.stream().map(line -> new MapPicture.Shape(line, "")).toList();
    }

    private List<MapPicture.Layer> counted(Survey survey, String ruleSet) {
        CountingRules counting = rules.find(ruleSet);
        Map<Counts, List<MapPicture.Shape>> shapes = new EnumMap<>(Counts.class);
        for (Survey.Segment segment : survey.segments()) {
            Counts counts =
                    counting.counts(segment.kind().type1(), segment.kind().type2());
            shapes.computeIfAbsent(counts, none -> new ArrayList<>()).add(new MapPicture.Shape(segment.line(), ""));
        }
        List<MapPicture.Layer> layers = new ArrayList<>();
        shapes.forEach((counts, lines) -> add(layers, name(counts), symbol(counts), lines));
        return layers;
    }

    private static void add(
            List<MapPicture.Layer> layers, Text name, Style.Symbol symbol, List<MapPicture.Shape> shapes) {
        if (!shapes.isEmpty()) {
            layers.add(new MapPicture.Layer(name, symbol, shapes));
        }
    }

    private static Text name(Counts counts) {
        return switch (counts) {
            case NATURAL -> new Text("计为自然岸线", "Counted as natural");
            case TOTAL_ONLY -> new Text("计入总长、不计为自然", "In the total, not as natural");
            case EXCLUDED -> new Text("不计", "Not counted");
        };
    }

    /** The colours of what a segment counts as in reports; the dashes tell them apart in black and white. */
    private static Style.Symbol symbol(Counts counts) {
        return switch (counts) {
            case NATURAL -> line("#1b7837", 3, Style.Pattern.SOLID);
            case TOTAL_ONLY -> line("#4d4d4d", 2.4, Style.Pattern.DASHED);
            case EXCLUDED -> line("#3f8fbf", 2.4, Style.Pattern.DOTTED);
        };
    }
}
