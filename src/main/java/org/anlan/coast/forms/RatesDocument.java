package org.anlan.coast.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.anlan.base.Text;
import org.anlan.catalog.Style;
import org.anlan.coast.CoastLabels;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.rates.Casting;
import org.anlan.report.Backdrop;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.MapPicture;
import org.anlan.report.Table;
import org.anlan.report.Unit;
import org.anlan.report.Words;
import org.locationtech.jts.geom.Envelope;

/** Change rates laid out for people: by place, the surveys, a map of the transects by trend, and every transect where they are not too many for a page. */
public final class RatesDocument {

    /** The most transects that are listed and drawn one by one; a table for a program ({@link RatesFile#csv}) has no such bound. */
    public static final int MOST_LISTED = 5_000;

    private static final Map<RatesFigure.Trend, Text> TRENDS = Map.of(
            RatesFigure.Trend.ERODING, new Text("侵蚀", "Eroding"),
            RatesFigure.Trend.ACCRETING, new Text("淤进", "Accreting"),
            RatesFigure.Trend.STABLE, new Text("稳定", "Stable"));

    private static final Map<RatesFigure.Trend, Style.Symbol> SYMBOLS = Map.of(
            RatesFigure.Trend.ERODING, symbol("#b2182b", 1.4, Style.Pattern.SOLID),
            RatesFigure.Trend.ACCRETING, symbol("#2166ac", 1.4, Style.Pattern.DASHED),
            RatesFigure.Trend.STABLE, symbol("#5e5e5e", 1, Style.Pattern.DOTTED));

    private final RatesFigure figure;
    private final Backdrop backdrop;

    private RatesDocument(RatesFigure figure, Backdrop backdrop) {
        this.figure = figure;
        this.backdrop = backdrop;
    }

    /** The document, its map over this backdrop. */
    public static Document of(RatesFigure figure, Backdrop backdrop) {
        return new RatesDocument(figure, backdrop).document();
    }

    private static Style.Symbol symbol(String colour, double width, Style.Pattern pattern) {
        return new Style.Symbol(Optional.empty(), Optional.of(colour), width, Optional.empty(), pattern);
    }

    private Document document() {
        List<Block> blocks = new ArrayList<>(List.of(places(), surveys()));
        if (figure.transects().size() <= MOST_LISTED) {
            blocks.add(map());
            blocks.add(transects());
        } else {
            blocks.add(Words.plain(Text.of(
                    "共 %d 条断面，超过 %d 条不逐条列出；逐条结果见 CSV 或 GeoJSON",
                    "There are %d transects; more than %d are not listed one by one: CSV and GeoJSON have them all",
                    figure.transects().size(),
                    MOST_LISTED)));
        }
        int last = figure.surveys().size() - 1;
        return new Document(
                        new Text("海岸线变化速率", "Change rates of the coast"),
                        Text.of(
                                "%1$d 年至 %2$d 年修测；正值向海（淤进），负值向陆（侵蚀）",
                                "Surveys of %1$d to %2$d; positive is seaward (accretion), negative landward (erosion)",
                                figure.surveys().get(0).year(),
                                figure.surveys().get(last).year()),
                        blocks,
                        basis())
                .warning(figure.warnings());
    }

    private Table places() {
        List<Table.Row> rows = new ArrayList<>();
        figure.rows().forEach(row -> rows.add(new Table.Row(sums(Text.same(row.name()), row.sums()), false)));
        if (figure.unassigned().transects() > 0) {
            rows.add(new Table.Row(sums(CoastLabels.UNASSIGNED, figure.unassigned()), false));
        }
        rows.add(new Table.Row(sums(CoastLabels.TOTAL, figure.total()), true));
        return new Table(
                new Text("各地速率", "Rates by place"),
                List.of(
                        column("区域", "Place", Unit.NONE),
                        column("断面", "Transects", Unit.COUNT),
                        column("有速率", "With rates", Unit.COUNT),
                        column("平均端点速率", "Mean EPR", Unit.METRES_PER_YEAR),
                        column("平均线性回归速率", "Mean LRR", Unit.METRES_PER_YEAR),
                        column("侵蚀", "Eroding", Unit.PERCENT),
                        column("淤进", "Accreting", Unit.PERCENT),
                        column("稳定", "Stable", Unit.PERCENT),
                        column("最小端点速率", "Lowest EPR", Unit.METRES_PER_YEAR),
                        column("最大端点速率", "Highest EPR", Unit.METRES_PER_YEAR)),
                rows);
    }

    private static List<Object> sums(Text name, RatesFigure.Sums sums) {
        return List.of(
                name,
                sums.transects(),
                sums.measured(),
                value(sums.meanEprMPerYear()),
                value(sums.meanLrrMPerYear()),
                value(sums.percent(sums.eroding())),
                value(sums.percent(sums.accreting())),
                value(sums.percent(sums.stable())),
                sums.lowest().<Object>map(RatesFigure.Extreme::eprMPerYear).orElse(""),
                sums.highest().<Object>map(RatesFigure.Extreme::eprMPerYear).orElse(""));
    }

    private Table surveys() {
        return new Table(
                new Text("修测", "Surveys"),
                List.of(
                        column("年度", "Year", Unit.NONE),
                        column("时间", "Time", Unit.NUMBER),
                        column("位置不确定度", "Uncertainty", Unit.METRES),
                        column("来源", "Source", Unit.NONE)),
                figure.surveys().stream()
                        .map(one -> Table.Row.of(
                                one.year(), one.time(), one.uncertaintyM(), String.join(", ", one.sources())))
                        .toList());
    }

    private Table transects() {
        return new Table(
                new Text("断面", "Transects"),
                List.of(
                        column("序号", "No.", Unit.NONE),
                        column("经度", "Longitude", Unit.DEGREES),
                        column("纬度", "Latitude", Unit.DEGREES),
                        column("净移动 NSM", "NSM", Unit.METRES),
                        column("变化幅度 SCE", "SCE", Unit.METRES),
                        column("端点速率 EPR", "EPR", Unit.METRES_PER_YEAR),
                        column("EPR 不确定度", "EPR uncertainty", Unit.METRES_PER_YEAR),
                        column("趋势", "Trend", Unit.NONE),
                        column("回归速率 LRR", "LRR", Unit.METRES_PER_YEAR),
                        column("LRR R²", "LRR R²", Unit.NUMBER),
                        column("LRR 95% ±", "LRR 95% ±", Unit.METRES_PER_YEAR),
                        column("加权速率 WLR", "WLR", Unit.METRES_PER_YEAR),
                        column("WLR R²", "WLR R²", Unit.NUMBER),
                        column("WLR 95% ±", "WLR 95% ±", Unit.METRES_PER_YEAR)),
                figure.transects().stream().map(RatesDocument::row).toList());
    }

    private static Table.Row row(RatesFigure.Transect transect) {
        List<Object> values = new ArrayList<>(List.of(transect.number(), transect.lon(), transect.lat()));
        values.addAll(transect.movement()
                .map(one -> List.<Object>of(
                        one.nsmM(),
                        one.sceM(),
                        one.eprMPerYear(),
                        one.eprUncertaintyMPerYear(),
                        TRENDS.get(one.trend()),
                        one.lrr().rateMPerYear(),
                        value(one.lrr().determination()),
                        value(one.lrr().bandMPerYear()),
                        one.wlr().rateMPerYear(),
                        value(one.wlr().determination()),
                        value(one.wlr().bandMPerYear())))
                .orElseGet(() -> List.of("", "", "", "", "", "", "", "", "", "", "")));
        return new Table.Row(values, false);
    }

    private static Table.Column column(String zh, String en, Unit unit) {
        return new Table.Column(new Text(zh, en), unit);
    }

    private static Object value(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : "";
    }

    /** The transects by trend; the fastest bear their numbers. */
    private MapPicture map() {
        Envelope extent = new Envelope();
        List<MapPicture.Layer> layers = new ArrayList<>(backdrop.layers());
        List<MapPicture.Shape> lines = new ArrayList<>();
        figure.baseline().lines().forEach(line -> {
            extent.expandToInclude(line.getEnvelopeInternal());
            lines.add(new MapPicture.Shape(line, ""));
        });
        layers.add(
                new MapPicture.Layer(new Text("基线", "Baseline"), symbol("#000000", 1.2, Style.Pattern.SOLID), lines));
        for (RatesFigure.Trend trend : RatesFigure.Trend.values()) {
            List<MapPicture.Shape> shapes = figure.transects().stream()
                    .filter(one -> one.movement()
                            .filter(movement -> movement.trend() == trend)
                            .isPresent())
                    .map(one -> new MapPicture.Shape(one.shape(), mark(one)))
                    .toList();
            if (!shapes.isEmpty()) {
                layers.add(new MapPicture.Layer(TRENDS.get(trend), SYMBOLS.get(trend), shapes));
            }
        }
        return new MapPicture(
                new Text(
                        "断面与趋势（标号为端点速率最小和最大的断面）",
                        "Transects by trend (numbered: the lowest and the highest end point rate)"),
                extent,
                layers);
    }

    private String mark(RatesFigure.Transect transect) {
        boolean extreme = figure.total()
                        .lowest()
                        .filter(one -> one.transect() == transect.number())
                        .isPresent()
                || figure.total()
                        .highest()
                        .filter(one -> one.transect() == transect.number())
                        .isPresent();
        return extreme ? Integer.toString(transect.number()) : "";
    }

    private Facts basis() {
        Casting casting = figure.casting();
        Object baseline = figure.baseline().surveyYear().isPresent()
                ? (Object) Text.of(
                        "%d 年修测", "Survey of %d", figure.baseline().surveyYear().getAsInt())
                : new Text("给定", "Given");
        String years = figure.surveys().stream()
                .map(one -> Integer.toString(one.year()))
                .collect(Collectors.joining(", "));
        return SumsText.basis(figure.revisions())
                .and(new Text("修测年度", "Survey years"), years)
                .and(new Text("速率定义", "Definition of the rates"), RatesFigure.RATE_METHOD)
                .and(new Text("基线", "Baseline"), baseline)
                .and(
                        new Text("基线长度", "Length of the baseline"),
                        figure.baseline().lengthM(),
                        Unit.METRES)
                .and(new Text("断面间距", "Spacing"), casting.spacingM(), Unit.METRES)
                .and(new Text("断面半长", "Half-length"), casting.halfLengthM(), Unit.METRES)
                .and(new Text("平滑长度", "Smoothing"), casting.smoothingM(), Unit.METRES)
                .and(new Text("交点取法", "Intersection"), casting.pick().word())
                .and(new Text("置信度", "Confidence"), RatesFigure.CONFIDENCE_PERCENT, Unit.PERCENT)
                .sealed(RatesText.tree(figure));
    }
}
