package org.anlan.zoning.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.zoning.ImpactReport;
import org.anlan.zoning.ZoningRule;

/**
 * An impact report as it is told to somebody who is not shown all layers and fields. The verdict rests on all of them and stays; features of other layers, and
 * values of other fields, are left out, and a warning says so.
 */
public final class ShownReport {

    private static final String OUTFALLS = "outfalls";

    private final Catalog shown;

    /** For who is shown this catalogue. */
    public ShownReport(Catalog shown) {
        this.shown = shown;
    }

    /** The report as it is told to them. */
    public ImpactReport of(ImpactReport report) {
        List<ImpactReport.LayerHits> layers = report.layers().stream()
                .flatMap(layer -> shown.find(layer.layer().id()).stream().map(visible -> hits(layer, visible)))
                .toList();
        List<Text> warnings = new ArrayList<>(report.warnings());
        if (layers.size() < report.layers().size()) {
            warnings.add(Text.of(
                    "部分不公开的图层参与了判定，但未列出其要素",
                    "Some layers that are not shown to you were asked for the verdict; their features are not listed"));
        }
        List<ImpactReport.Near> outfalls = shown.find(OUTFALLS)
                .map(visible -> report.outfalls().stream()
                        .map(near -> near(near, visible))
                        .toList())
                .orElse(List.of());
        return new ImpactReport(
                report.footprint(),
                report.lengthM(),
                report.areaM2(),
                report.activity(),
                report.day(),
                layers,
                report.coast(),
                outfalls,
                report.nearM(),
                report.judgements().stream().map(this::judgement).toList(),
                report.verdict(),
                report.ruleSets(),
                warnings);
    }

    private ImpactReport.Judgement judgement(ImpactReport.Judgement judgement) {
        Optional<String> layer = judgement.rule().where().map(ZoningRule.Where::layer);
        return layer.isEmpty() || shown.find(layer.get()).isPresent()
                ? judgement
                : new ImpactReport.Judgement(judgement.rule(), judgement.verdict(), List.of());
    }

    private static ImpactReport.LayerHits hits(ImpactReport.LayerHits layer, LayerDefinition visible) {
        return visible.whole()
                ? layer
                : new ImpactReport.LayerHits(
                        layer.layer(),
                        layer.revision(),
                        layer.hits().stream()
                                .map(hit -> new ImpactReport.Hit(
                                        feature(hit.feature(), visible), hit.lengthM(), hit.areaM2(), hit.part()))
                                .toList(),
                        layer.touching().stream()
                                .map(touching -> feature(touching, visible))
                                .toList(),
                        layer.nearest().map(near -> near(near, visible)));
    }

    private static ImpactReport.Near near(ImpactReport.Near near, LayerDefinition visible) {
        return new ImpactReport.Near(feature(near.feature(), visible), near.distanceM());
    }

    private static ImpactReport.Feature feature(ImpactReport.Feature feature, LayerDefinition visible) {
        Map<String, Object> values = new LinkedHashMap<>(feature.values());
        values.keySet().removeIf(name -> visible.field(name).isEmpty());
        return new ImpactReport.Feature(feature.id(), feature.name(), values);
    }
}
