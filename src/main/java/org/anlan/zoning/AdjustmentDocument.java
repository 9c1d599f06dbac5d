package org.anlan.zoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Style;
import org.anlan.report.Backdrop;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.MapPicture;
import org.anlan.report.Table;
import org.anlan.report.Unit;
import org.locationtech.jts.geom.Envelope;

/** An adjustment laid out for people: areas before and after, and a map of what fell out and what came in. */
public final class AdjustmentDocument {

    private static final Style.Symbol FELL_OUT = new Style.Symbol(
            Optional.empty(), Optional.of("#b2182b"), 1.2, Optional.of("#b2182b66"), Style.Pattern.HATCHED);
    private static final Style.Symbol CAME_IN = new Style.Symbol(
            Optional.empty(), Optional.of("#1b7837"), 1.2, Optional.of("#1b783766"), Style.Pattern.CROSS_HATCHED);

    private AdjustmentDocument() {}

    /** The document, its map over this backdrop. */
    public static Document of(AdjustmentFigure figure, Backdrop backdrop) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(changes(figure));
        map(figure, backdrop).ifPresent(blocks::add);
        return new Document(
                new Text("范围调整", "Adjustment of ranges"),
                Text.of(
                        "%1$s，修订 %3$d → 修订 %4$d",
                        "%2$s, revision %3$d → revision %4$d",
                        figure.title().zh(),
                        figure.title().en(),
                        figure.from().id(),
                        figure.to().id()),
                blocks,
                basis(figure));
    }

    private static Table changes(AdjustmentFigure figure) {
        List<Table.Row> rows = new ArrayList<>();
        figure.changes()
                .forEach(one -> rows.add(Table.Row.of(
                        one.name() + " " + one.id(),
                        kind(one.kind()),
                        LandArea.ha(one.beforeM2()),
                        LandArea.ha(one.afterM2()),
                        LandArea.ha(one.fellOut().areaM2()),
                        LandArea.ha(one.cameIn().areaM2()))));
        rows.add(Table.Row.sum(
                new Text("合计（去重）", "All, each place once"),
                "",
                LandArea.ha(figure.before().unionM2()),
                LandArea.ha(figure.after().unionM2()),
                LandArea.ha(figure.fellOut().areaM2()),
                LandArea.ha(figure.cameIn().areaM2())));
        return new Table(
                new Text("调整前后面积", "Areas before and after"),
                List.of(
                        new Table.Column(new Text("要素", "Feature"), Unit.NONE),
                        new Table.Column(new Text("变化", "Change"), Unit.NONE),
                        new Table.Column(new Text("调整前", "Before"), Unit.HECTARES),
                        new Table.Column(new Text("调整后", "After"), Unit.HECTARES),
                        new Table.Column(new Text("调出", "Fell out"), Unit.HECTARES),
                        new Table.Column(new Text("调入", "Came in"), Unit.HECTARES)),
                rows);
    }

    private static Text kind(AdjustmentFigure.Kind kind) {
        return switch (kind) {
            case ADDED -> new Text("新增", "added");
            case REMOVED -> new Text("撤销", "removed");
            case CHANGED -> new Text("调整", "changed");
        };
    }

    private static Optional<MapPicture> map(AdjustmentFigure figure, Backdrop backdrop) {
        Envelope extent = new Envelope();
        List<MapPicture.Layer> layers = new ArrayList<>(backdrop.layers());
        figure.fellOut().shape().ifPresent(shape -> {
            extent.expandToInclude(shape.getEnvelopeInternal());
            layers.add(new MapPicture.Layer(
                    new Text("调出", "Fell out"), FELL_OUT, List.of(new MapPicture.Shape(shape, ""))));
        });
        figure.cameIn().shape().ifPresent(shape -> {
            extent.expandToInclude(shape.getEnvelopeInternal());
            layers.add(
                    new MapPicture.Layer(new Text("调入", "Came in"), CAME_IN, List.of(new MapPicture.Shape(shape, ""))));
        });
        return extent.isNull()
                ? Optional.empty()
                : Optional.of(new MapPicture(new Text("调出与调入", "What fell out and came in"), extent, layers));
    }

    private static Facts basis(AdjustmentFigure figure) {
        return Facts.none()
                .and(new Text("图层", "Layer"), figure.layer())
                .and(new Text("调整前修订号", "Revision before"), figure.from().id())
                .and(new Text("调整后修订号", "Revision after"), figure.to().id())
                .and(
                        new Text("调整说明", "Note of the change"),
                        figure.to().origin().note())
                .and(new Text("面积算法", "Area method"), CoverageFigure.AREA_METHOD)
                .and(new Text("切割误差不超过", "Cutting is off by at most"), LandArea.ha(figure.edgeErrorM2()), Unit.HECTARES)
                .sealed(AdjustmentText.tree(figure));
    }
}
