package org.anlan.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.base.Refusal;
import org.anlan.format.geojson.DrawnShape;
import org.anlan.report.ReportFormat;
import org.anlan.zoning.ImpactDocument;
import org.anlan.zoning.ImpactQuestion;
import org.anlan.zoning.ImpactReport;
import org.anlan.zoning.ImpactText;
import org.locationtech.jts.geom.Geometry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan impact}: the impact check of a site. */
@Command(name = "impact", description = "选址预检 / the impact check of a site")
final class ImpactCommand implements Callable<Integer> {

    /** How the report is printed. */
    enum Format {
        table,
        json,
        html,
        xlsx
    }

    @Mixin
    private Common common;

    @Mixin
    private ReportFlags reportFlags;

    @Parameters(paramLabel = "FILE", description = "项目范围，GeoJSON / the project's shape, GeoJSON")
    private Path file;

    @Option(names = "--activity", description = "活动代码，缺省为一般建设 / code of the activity (default: construction)")
    private Optional<String> activity = Optional.empty();

    @Option(names = "--year", description = "岸线修测年度，缺省为最新 / survey year of the coast (default: the newest)")
    private Optional<Integer> year = Optional.empty();

    @Option(names = "--rules", description = "只用这一套分区规则 / ask this set of zoning rules only")
    private Optional<String> rules = Optional.empty();

    @Option(names = "--counting", description = "岸线统计规则 / counting rule set of the ratio (default: national-2017)")
    private Optional<String> counting = Optional.empty();

    @Option(names = "--revision", description = "按该修订时的状态 / the state at this revision")
    private Optional<Long> revision = Optional.empty();

    @Option(names = "--day", description = "按该日有效的规则，缺省为今天 / the rules in force on this day (default: today)")
    private Optional<LocalDate> day = Optional.empty();

    @Option(
            names = "--near",
            paramLabel = "METRES",
            defaultValue = "500",
            description = "多近的排污口要列出 / how near an outfall is told (default: ${DEFAULT-VALUE})")
    private double nearM;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    @Override
    public Integer call() throws IOException {
        Geometry footprint = footprint();
        try (Installation installation = common.open()) {
            ImpactReport report = installation
                    .analyses()
                    .impact()
                    .report(new ImpactQuestion(
                            footprint,
                            activity,
                            year,
                            rules,
                            counting,
                            revision.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                            day.orElseGet(() -> LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")))),
                            nearM));
            switch (format) {
                case table -> System.out.print(ImpactText.table(report));
                case json -> System.out.println(ImpactText.tree(report).toPrettyString());
                case html, xlsx ->
                    reportFlags.write(
                            ImpactDocument.of(
                                    report,
                                    installation.catalog(),
                                    installation.analyses().backdrop()),
                            ReportFormat.of(format.name()).orElseThrow());
            }
        }
        return 0;
    }

    private Geometry footprint() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.invalid("no-such-file", "没有文件 %s", "There is no file %s", file);
        }
        try {
            return DrawnShape.read(new ObjectMapper().readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("bad-geometry", "%s 不是 JSON：%s", "%s is no JSON: %s", file, e.getOriginalMessage());
        }
    }
}
