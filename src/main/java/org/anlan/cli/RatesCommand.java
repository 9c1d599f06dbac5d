package org.anlan.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.coast.Casting;
import org.anlan.coast.GivenBaseline;
import org.anlan.coast.Pick;
import org.anlan.coast.Rates;
import org.anlan.coast.RatesDocument;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.RatesFile;
import org.anlan.coast.RatesText;
import org.anlan.coast.SurveyValues;
import org.anlan.report.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan rates}: how fast the coast moves. */
@Command(
        name = "rates",
        description = "岸线变化速率（NSM、SCE、EPR、LRR、WLR） / how fast the coast moves (NSM, SCE, EPR, LRR, WLR)")
final class RatesCommand implements Callable<Integer> {

    /** The most bytes of a file with a baseline. */
    private static final int MOST_BASELINE_BYTES = 8 << 20;

    /** How the figure is printed. */
    enum Format {
        table,
        json,
        csv,
        geojson,
        html,
        xlsx
    }

    @Mixin
    private Common common;

    @Mixin
    private ReportFlags report;

    @Option(names = "--years", description = "修测年度，逗号分隔 / survey years, separated by commas (default: all)")
    private Optional<String> years = Optional.empty();

    @Option(names = "--by", defaultValue = "city", description = "city, town, bay (default: ${DEFAULT-VALUE})")
    private String by;

    @Option(names = "--revision", description = "按该修订时的状态 / the state at this revision")
    private Optional<Long> revision = Optional.empty();

    @Option(
            names = "--spacing",
            paramLabel = "METRES",
            defaultValue = "" + Casting.DEFAULT_SPACING_M,
            description = "断面间距 / metres between transects (default: ${DEFAULT-VALUE})")
    private double spacing;

    @Option(
            names = "--half-length",
            paramLabel = "METRES",
            defaultValue = "" + Casting.DEFAULT_HALF_LENGTH_M,
            description = "断面向两侧的长度 / reach of a transect to either side (default: ${DEFAULT-VALUE})")
    private double halfLength;

    @Option(
            names = "--smoothing",
            paramLabel = "METRES",
            defaultValue = "" + Casting.DEFAULT_SMOOTHING_M,
            description =
                    "断面垂直于基线上多长的弦 / length of the chord of the baseline a transect is perpendicular to (default: ${DEFAULT-VALUE})")
    private double smoothing;

    @Option(
            names = "--intersection",
            defaultValue = "nearest",
            description =
                    "有多个交点时取哪个 / which of several intersections counts: nearest, seaward, landward (default: ${DEFAULT-VALUE})")
    private String intersection;

    @Option(
            names = "--uncertainty",
            paramLabel = "YEAR:METRES,…",
            description = "修测位置不确定度 / uncertainty of the surveys: 2015:5,2020:2, or one number for all (default: 5)")
    private Optional<String> uncertainty = Optional.empty();

    @Option(
            names = "--dates",
            paramLabel = "YEAR:DATE,…",
            description = "修测日期 / days of the surveys: 2015:2015-06-30 (default: first of January)")
    private Optional<String> dates = Optional.empty();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "基线（GeoJSON LineString） / a baseline as GeoJSON LineString")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--sea",
            description = "沿所给基线方向，海在 left 或 right / side of the given baseline where the sea lies: left, right")
    private Optional<String> sea = Optional.empty();

    @Option(
            names = "--what",
            defaultValue = "transects",
            description =
                    "GeoJSON 的内容 / what GeoJSON shows: transects, intersections, baseline (default: ${DEFAULT-VALUE})")
    private String what;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    @Override
    public Integer call() throws IOException {
        RatesFile.What shown = RatesFile.What.of(what);
        Rates.Question question = question();
        try (Installation installation = common.open()) {
            RatesFigure figure = installation.analyses().rates().figure(question);
            switch (format) {
                case table -> System.out.print(RatesText.table(figure));
                case json -> System.out.println(RatesText.tree(figure).toPrettyString());
                case csv -> System.out.print(RatesFile.csv(figure));
                case geojson ->
                    System.out.println(RatesFile.geoJson(figure, shown).toPrettyString());
                case html, xlsx ->
                    report.write(
                            RatesDocument.of(figure, installation.analyses().backdrop()),
                            ReportFormat.of(format.name()).orElseThrow());
            }
        }
        return 0;
    }

    private Rates.Question question() throws IOException {
        if (sea.isPresent() && baseline.isEmpty()) {
            throw GivenBaseline.seaWithoutBaseline();
        }
        return new Rates.Question(
                years.map(SurveyValues::years).orElseGet(TreeSet::new),
                By.of(by),
                revision.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                new Casting(spacing, halfLength, smoothing, Pick.of(intersection)),
                uncertainty.map(SurveyValues::uncertainties).orElse(SurveyValues.Uncertainties.UNSAID),
                dates.map(SurveyValues::dates).orElseGet(TreeMap::new),
                baseline.isPresent() ? Optional.of(read(baseline.get())) : Optional.empty());
    }

    private GivenBaseline read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.notFound("no-such-file", "没有文件 %s", "There is no file %s", file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BASELINE_BYTES + 1);
            if (bytes.length > MOST_BASELINE_BYTES) {
                throw Refusal.invalid(
                        "bad-baseline",
                        "基线文件超过 %d MB",
                        "The file with the baseline is over %d MB",
                        MOST_BASELINE_BYTES >> 20);
            }
            return GivenBaseline.read(new ObjectMapper().readTree(bytes), sea);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("bad-baseline", "%s 不是 JSON 文件", "%s is no JSON file", file);
        }
    }
}
