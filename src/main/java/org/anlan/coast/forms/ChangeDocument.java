package org.anlan.coast.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.CoastLabels;
import org.anlan.report.Backdrop;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.MapPicture;
import org.anlan.report.Table;
import org.anlan.report.Unit;
import org.locationtech.jts.geom.Envelope;

/** A figure of change laid out for people: what was lost and gained by place, from which type to which, a map and a list of the places. */
public final class ChangeDocument {

    private final ChangeFigure figure;
    private final CoastLabels labels;
    private final LayerDefinition coastline;
    private final Backdrop backdrop;

    private ChangeDocument(ChangeFigure figure, Catalog catalog, Backdrop backdrop) {
        this.backdrop = backdrop;
        this.figure = figure;
        this.labels = new CoastLabels(catalog);
        this.coastline = catalog.layer("coastline");
    }

    /** The document, its map over this backdrop. */
    public static Document of(ChangeFigure figure, Catalog catalog, Backdrop backdrop) {
        return new ChangeDocument(figure, catalog, backdrop).document();
    }

    private Document document() {
        List<Block> blocks = new ArrayList<>(List.of(sums(), matrix()));
        map().ifPresent(blocks::add);
        blocks.add(reaches());
        return new Document(
                        new Text("海岸线变化", "Change of the coast"),
                        Text.of(
                                "%1$d 年修测 → %2$d 年修测",
                                "Survey of %1$d → survey of %2$d", figure.fromYear(), figure.toYear()),
                        blocks,
                        basis())
                .warning(figure.warnings());
    }

    private Table sums() {
        List<Table.Row> rows = new ArrayList<>();
        figure.rows().forEach(row -> rows.add(new Table.Row(values(Text.same(row.name()), row.sums()), false)));
        if (!figure.unassigned().cells().isEmpty()) {
            rows.add(new Table.Row(values(CoastLabels.UNASSIGNED, figure.unassigned()), false));
        }
        rows.add(new Table.Row(values(CoastLabels.TOTAL, figure.total()), true));
        return new Table(
                new Text("各地增减", "Lost and gained by place"),
                List.of(
                        new Table.Column(new Text("区域", "Place"), Unit.NONE),
                        new Table.Column(new Text("变化", "Changed"), Unit.METRES),
                        new Table.Column(new Text("自然岸线减少", "Natural coast lost"), Unit.METRES),
                        new Table.Column(new Text("自然岸线增加", "Natural coast gained"), Unit.METRES),
                        new Table.Column(new Text("消失", "Gone"), Unit.METRES),
                        new Table.Column(new Text("新增", "New"), Unit.METRES)),
                rows);
    }

    private static List<Object> values(Text name, ChangeFigure.Sums sums) {
        return List.of(name, sums.changedM(), sums.naturalLostM(), sums.naturalGainedM(), sums.goneM(), sums.newM());
    }

    private Table matrix() {
        List<Table.Row> rows = figure.total().cells().stream()
                .map(cell -> Table.Row.of(type(cell.from()), type(cell.to()), cell.lengthM()))
                .toList();
        return new Table(
                new Text("类型转移矩阵", "From type to type"),
                List.of(
                        new Table.Column(Text.of("%d 年", "%d", figure.fromYear()), Unit.NONE),
                        new Table.Column(Text.of("%d 年", "%d", figure.toYear()), Unit.NONE),
                        new Table.Column(new Text("长度", "Length"), Unit.METRES)),
                rows);
    }

    private Table reaches() {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < figure.reaches().size(); i++) {
            ChangeFigure.Reach reach = figure.reaches().get(i);
            rows.add(Table.Row.of(
                    i + 1,
                    reach.segment(),
                    place(reach.region()),
                    type(reach.from()),
                    type(reach.to()),
                    reach.lengthM()));
        }
        return new Table(
                new Text("变化岸段", "Reaches that changed"),
                List.of(
                        new Table.Column(new Text("序号", "No."), Unit.NONE),
                        new Table.Column(new Text("岸段", "Segment"), Unit.NONE),
                        new Table.Column(new Text("区域", "Place"), Unit.NONE),
                        new Table.Column(Text.of("%d 年", "%d", figure.fromYear()), Unit.NONE),
                        new Table.Column(Text.of("%d 年", "%d", figure.toYear()), Unit.NONE),
                        new Table.Column(new Text("长度", "Length"), Unit.METRES)),
                rows);
    }

    private Object place(String code) {
        return figure.rows().stream()
                .filter(row -> row.code().equals(code))
                .map(ChangeFigure.Row::name)
                .findFirst()
                .<Object>map(name -> name)
                .orElse(CoastLabels.UNASSIGNED);
    }

    private Text type(Optional<ChangeFigure.Type> type) {
        return type.map(one -> labels.type(one.type1(), one.type2())).orElse(new Text("（无）", "(none)"));
    }

    /** What changed, in the colours of what it is now; nothing when nothing did. */
    private Optional<MapPicture> map() {
        Envelope extent = new Envelope();
        List<MapPicture.Layer> layers = new ArrayList<>();
        for (Style.Symbol symbol : coastline.style().symbols()) {
            List<MapPicture.Shape> shapes = new ArrayList<>();
            for (int i = 0; i < figure.reaches().size(); i++) {
                ChangeFigure.Reach reach = figure.reaches().get(i);
                if (labels.symbol(reach.to().map(ChangeFigure.Type::type2).orElse(""))
                        .equals(symbol)) {
                    shapes.add(new MapPicture.Shape(reach.line(), Integer.toString(i + 1)));
                    extent.expandToInclude(reach.line().getEnvelopeInternal());
                }
            }
            if (!shapes.isEmpty()) {
                layers.add(new MapPicture.Layer(labels.symbolName(symbol), symbol, shapes));
            }
        }
        boolean nothing = layers.isEmpty();
        layers.addAll(0, backdrop.layers());
        return nothing
                ? Optional.empty()
                : Optional.of(new MapPicture(
                        Text.of(
                                "变化岸段（编号见表；颜色为 %d 年类型）",
                                "Reaches that changed (numbers as in the table, types of %d)", figure.toYear()),
                        extent,
                        layers));
    }

    private Facts basis() {
        return SumsText.basis(figure.rules(), figure.revisions())
                .and(new Text("匹配容差", "Tolerance of the match"), figure.toleranceM(), Unit.METRES)
                .sealed(ChangeText.tree(figure));
    }
}
