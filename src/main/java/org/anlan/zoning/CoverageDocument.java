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

/** A figure of coverage laid out for people: by region, by layer, by class, and the overlaps with a map of them. */
public final class CoverageDocument {

    private static final Style.Symbol OVERLAP = new Style.Symbol(
            Optional.empty(), Optional.of("#b2182b"), 1.2, Optional.of("#b2182b66"), Style.Pattern.CROSS_HATCHED);

    private final CoverageFigure figure;
    private final Backdrop backdrop;

    private CoverageDocument(CoverageFigure figure, Backdrop backdrop) {
        this.figure = figure;
        this.backdrop = backdrop;
    }

    /** The document, its map over this backdrop. */
    public static Document of(CoverageFigure figure, Backdrop backdrop) {
        return new CoverageDocument(figure, backdrop).document();
    }

    private Document document() {
        List<Block> blocks = new ArrayList<>(List.of(regions(), layers(), classes()));
        if (!figure.overlaps().isEmpty()) {
            blocks.add(map());
            blocks.add(overlaps());
        }
        return new Document(new Text("覆盖面积", "Coverage"), about(), blocks, basis()).warning(figure.warnings());
    }

    private Text about() {
        return Text.of(
                "%1$s，按%3$s",
                "%2$s, by %4$s",
                String.join(
                        "、",
                        figure.layers().stream()
                                .map(layer -> layer.title().zh())
                                .toList()),
                String.join(
                        ", ",
                        figure.layers().stream()
                                .map(layer -> layer.title().en())
                                .toList()),
                figure.by().label().zh(),
                figure.by().label().en());
    }

    private Text title(String layer) {
        return figure.layers().stream()
                .filter(one -> one.layer().equals(layer))
                .findFirst()
                .orElseThrow()
                .title();
    }

    private Table regions() {
        List<Table.Row> rows = new ArrayList<>();
        figure.rows().forEach(row -> rows.add(new Table.Row(values(List.of(row.name()), row.all()), false)));
        if (figure.unassigned().all().features() > 0) {
            rows.add(new Table.Row(
                    values(
                            List.of(new Text("未归属", "Unassigned")),
                            figure.unassigned().all()),
                    false));
        }
        rows.add(new Table.Row(
                values(List.of(new Text("合计", "Total")), figure.total().all()), true));
        return new Table(new Text("各地面积", "By place"), columns(new Text("区域", "Place")), rows);
    }

    private Table layers() {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < figure.layers().size(); i++) {
            rows.add(new Table.Row(
                    values(
                            List.of(figure.layers().get(i).title()),
                            figure.total().layers().get(i).cover()),
                    false));
        }
        return new Table(new Text("各图层面积", "By layer"), columns(new Text("图层", "Layer")), rows);
    }

    private Table classes() {
        List<Table.Row> rows = new ArrayList<>();
        figure.total()
                .classes()
                .forEach(one -> rows.add(new Table.Row(
                        values(List.of(title(one.layer()), one.fieldLabel(), one.label()), one.cover()), false)));
        return new Table(
                new Text("各类面积", "By class"),
                columns(new Text("图层", "Layer"), new Text("字段", "Field"), new Text("类别", "Class")),
                rows);
    }

    private static List<Table.Column> columns(Text... first) {
        List<Table.Column> columns = new ArrayList<>();
        for (Text name : first) {
            columns.add(new Table.Column(name, Unit.NONE));
        }
        columns.add(new Table.Column(new Text("要素", "Features"), Unit.COUNT));
        columns.add(new Table.Column(new Text("相加", "Sum"), Unit.HECTARES));
        columns.add(new Table.Column(new Text("去重", "Union"), Unit.HECTARES));
        columns.add(new Table.Column(new Text("去重", "Union"), Unit.MU));
        columns.add(new Table.Column(new Text("重复计入", "Counted twice"), Unit.HECTARES));
        columns.add(new Table.Column(new Text("占陆域", "Of the land"), Unit.PERCENT));
        columns.add(new Table.Column(new Text("占海域", "Of the sea"), Unit.PERCENT));
        return columns;
    }

    private static List<Object> values(List<Object> first, CoverageFigure.Cover cover) {
        List<Object> values = new ArrayList<>(first);
        values.add(cover.features());
        values.add(LandArea.ha(cover.sumM2()));
        values.add(LandArea.ha(cover.unionM2()));
        values.add(LandArea.mu(cover.unionM2()));
        values.add(LandArea.ha(cover.overlapM2()));
        values.add(percent(cover.land()));
        values.add(percent(cover.sea()));
        return values;
    }

    private static Object percent(Optional<CoverageFigure.Share> share) {
        return share.map(CoverageFigure.Share::percent)
                .filter(percent -> percent.isPresent())
                .<Object>map(percent -> percent.getAsDouble())
                .orElse("");
    }

    private Table overlaps() {
        List<Table.Row> rows = new ArrayList<>();
        for (CoverageFigure.Overlap one : figure.overlaps()) {
            rows.add(Table.Row.of(
                    rows.size() + 1,
                    one.first().name() + " " + one.first().id(),
                    one.second().name() + " " + one.second().id(),
                    LandArea.ha(one.areaM2()),
                    LandArea.mu(one.areaM2())));
        }
        return new Table(
                new Text("重叠", "Overlaps"),
                List.of(
                        new Table.Column(new Text("序号", "No."), Unit.NONE),
                        new Table.Column(new Text("要素", "Feature"), Unit.NONE),
                        new Table.Column(new Text("与", "With"), Unit.NONE),
                        new Table.Column(new Text("面积", "Area"), Unit.HECTARES),
                        new Table.Column(new Text("面积", "Area"), Unit.MU)),
                rows);
    }

    private MapPicture map() {
        Envelope extent = new Envelope();
        List<MapPicture.Shape> shapes = new ArrayList<>();
        for (CoverageFigure.Overlap one : figure.overlaps()) {
            shapes.add(new MapPicture.Shape(one.shape(), Integer.toString(shapes.size() + 1)));
            extent.expandToInclude(one.shape().getEnvelopeInternal());
        }
        List<MapPicture.Layer> layers = new ArrayList<>(backdrop.layers());
        layers.add(new MapPicture.Layer(new Text("重叠", "Overlap"), OVERLAP, shapes));
        return new MapPicture(
                new Text("重叠范围（编号见表）", "Where features overlap (numbers as in the table)"), extent, layers);
    }

    private Facts basis() {
        Facts facts = Facts.none();
        for (CoverageFigure.LayerState layer : figure.layers()) {
            facts = facts.and(
                    Text.of(
                            "%1$s修订号",
                            "Revision of: %2$s",
                            layer.title().zh(),
                            layer.title().en()),
                    layer.revision());
        }
        return facts.and(new Text("行政区修订号", "Revision of the regions"), figure.regionsRevision())
                .and(new Text("面积算法", "Area method"), CoverageFigure.AREA_METHOD)
                .and(new Text("切割误差不超过", "Cutting is off by at most"), LandArea.ha(figure.edgeErrorM2()), Unit.HECTARES)
                .sealed(CoverageText.tree(figure));
    }
}
