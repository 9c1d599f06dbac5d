package org.anlan.zoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;
import org.anlan.report.Backdrop;
import org.anlan.report.MapPicture;
import org.locationtech.jts.geom.Envelope;

/** The map of an impact report: the project, and numbered what it takes of each layer. */
final class ImpactMap {

    /** Degrees around a project that a map shows at least. */
    private static final double LEAST_MARGIN = 0.0015;

    private static final Style.Symbol FOOTPRINT = new Style.Symbol(
            Optional.empty(), Optional.of("#0b6e99"), 2.5, Optional.of("#0b6e9933"), Style.Pattern.SOLID);

    private ImpactMap() {}

    /** Whether what is taken of a layer has numbers, on the map and in the table. Regions are everywhere. */
    static boolean numbered(LayerDefinition layer) {
        return !layer.id().equals("regions");
    }

    /** The map over this backdrop. */
    static MapPicture of(ImpactReport report, Backdrop backdrop) {
        Envelope extent = report.footprint().getEnvelopeInternal();
        extent.expandBy(Math.max(LEAST_MARGIN, 0.5 * Math.max(extent.getWidth(), extent.getHeight())));
        List<MapPicture.Layer> layers = new ArrayList<>(backdrop.layers());
        int mark = 0;
        for (ImpactReport.LayerHits layer : report.layers()) {
            if (!numbered(layer.layer())) {
                continue;
            }
            List<MapPicture.Shape> shapes = new ArrayList<>();
            for (ImpactReport.Hit hit : layer.hits()) {
                mark++;
                shapes.add(new MapPicture.Shape(hit.part(), Integer.toString(mark)));
            }
            if (!shapes.isEmpty()) {
                layers.add(new MapPicture.Layer(
                        layer.layer().title(),
                        symbol(layer.layer(), layer.hits().get(0)),
                        shapes));
            }
        }
        layers.add(new MapPicture.Layer(
                new Text("项目范围", "The project"), FOOTPRINT, List.of(new MapPicture.Shape(report.footprint(), ""))));
        return new MapPicture(
                new Text("项目与涉及的部分（编号见下表）", "The project and what it takes (numbers as in the table)"), extent, layers);
    }

    private static Style.Symbol symbol(LayerDefinition layer, ImpactReport.Hit first) {
        Object code = layer.style().field().map(first.feature().values()::get).orElse("");
        return layer.style().symbols().stream()
                .filter(symbol -> symbol.code().isEmpty() || symbol.code().get().equals(code))
                .findFirst()
                .orElse(FOOTPRINT);
    }
}
