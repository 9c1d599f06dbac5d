package org.anlan.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.access.Caller;
import org.anlan.base.Refusal;
import org.anlan.casework.Case;
import org.anlan.casework.FieldDay;
import org.anlan.casework.ReadingKey;
import org.anlan.format.geojson.DrawnShape;
import org.anlan.zoning.ImpactQuestion;
import org.locationtech.jts.geom.Geometry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan cases open}: opens problem sites by hand, from an impact check, a reading above its limit, or a comparison of two surveys or two revisions. */
@Command(name = "open", description = "登记问题点位 / opens problem sites")
final class OpenCaseCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "位置，GeoJSON / where it is, GeoJSON")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private CaseFlags site;

    @Option(names = "--impact", description = "作选址预检并记录结果 / keep what the impact check of the place says")
    private boolean impact;

    @Option(names = "--activity", description = "预检的活动代码 / activity of the impact check")
    private Optional<String> activity = Optional.empty();

    @Option(names = "--outfall", paramLabel = "CODE", description = "超标的排污口 / outfall whose reading is above its limit")
    private Optional<String> outfall = Optional.empty();

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "采样日期 / the day it was sampled")
    private Optional<LocalDate> day = Optional.empty();

    @Option(names = "--parameter", description = "超标指标（cod, nh3n …） / what is above its limit")
    private Optional<String> parameter = Optional.empty();

    @Mixin
    private CaseComparisonFlags comparison;

    @Option(names = "--place", paramLabel = "ID", description = "提出的位置中选定的，可多次 / a proposed place, several times")
    private List<String> places = List.of();

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            CasesCommand.print(open(installation, CommandLineCaller.caller()));
        }
        return 0;
    }

    private List<Case> open(Installation installation, Caller caller) {
        if (comparison.ofExceedances()) {
            return installation.fieldwork().exceedances().open(site.draft(), places, caller);
        }
        if (comparison.ofRevisions()) {
            return installation
                    .fieldwork()
                    .revisions()
                    .open(site.draft(), installation.catalog(), comparison.revisions(), places, caller);
        }
        if (comparison.asked()) {
            return installation.fieldwork().comparisons().open(site.draft(), comparison.required(), places, caller);
        }
        if (outfall.isPresent()) {
            ReadingKey reading = new ReadingKey(outfall.get(), needed(day, "--day"), needed(parameter, "--parameter"));
            return List.of(installation.fieldwork().exceedances().open(site.draft(), reading, caller));
        }
        var openings = installation.fieldwork().openings();
        Geometry shape = DrawnShape.read(GeoJsonIn.read(needed(file, "FILE")));
        if (!impact) {
            return List.of(openings.byHand(site.draft(), shape, Optional.empty(), caller));
        }
        ImpactQuestion question = new ImpactQuestion(
                shape,
                activity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                LocalDate.now(FieldDay.ZONE),
                ImpactQuestion.USUAL_NEAR_M);
        return List.of(openings.fromImpact(site.draft(), question, caller));
    }

    private static <T> T needed(Optional<T> value, String name) {
        return value.orElseThrow(() -> Refusal.invalid("missing-value", "缺少 %s", "%s is missing", name));
    }
}
