package org.anlan.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.anlan.coast.By;
import org.anlan.coast.Rates;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.forms.RatesFile;
import org.anlan.coast.forms.RatesText;
import org.anlan.coast.rates.Casting;
import org.anlan.coast.rates.GivenBaseline;
import org.anlan.coast.rates.Pick;
import org.anlan.coast.rates.SurveyValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan rates}: how fast the coast moves. */
@Command(
        name = "rates",
        description = "岸线变化速率（NSM、SCE、EPR、LRR、WLR） / how fast the coast moves (NSM, SCE, EPR, LRR, WLR)")
final class RatesCommand implements Callable<Integer> {

    @Mixin
    private Common common;

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

    @Mixin
    private FigureFlags printing;

    @Override
    public Integer call() {
        RatesFile.What shown = RatesFile.What.of(what);
        Rates.Question question = question();
        try (Installation installation = common.open()) {
            RatesFigure figure = installation.analyses().rates().figure(question);
            printing.print(
                    RatesText.forms(figure, shown, installation.analyses().backdrop()));
        }
        return 0;
    }

    private Rates.Question question() {
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
                baseline.map(file -> GivenBaseline.read(GeoJsonIn.read(file), sea)));
    }
}
