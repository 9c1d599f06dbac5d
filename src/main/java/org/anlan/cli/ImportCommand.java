package org.anlan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.geo.RepairKind;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Choices;
import org.anlan.intake.Inspection;
import org.anlan.intake.Intake;
import org.anlan.intake.Mode;
import org.anlan.store.Upload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan import}: a hand-in, checked and committed, or with {@code --dry-run} only checked. Exit code 3 when findings block it. */
@Command(name = "import", description = "检查并导入一份成果文件 / check and take in a hand-in")
final class ImportCommand implements Callable<Integer> {

    private static final int BLOCKED = 3;

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE", description = "zip (shapefile), csv, geojson")
    private Path file;

    @Option(names = "--layer", description = "目标图层，缺省自动识别 / the layer it goes to (default: recognised)")
    private Optional<String> layer = Optional.empty();

    @Option(names = "--year", description = "调查年度 / survey year of all features")
    private Optional<Integer> year = Optional.empty();

    @Option(names = "--crs", description = "坐标系，如 EPSG:4528 / coordinate system")
    private Optional<String> crs = Optional.empty();

    @Option(names = "--encoding", description = "文字编码，如 GBK / character set")
    private Optional<String> encoding = Optional.empty();

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "固定值 / a constant for a field")
    private Map<String, String> constants = new HashMap<>();

    @Option(names = "--map", paramLabel = "FILEFIELD=FIELD", description = "字段对应 / maps a field of the file")
    private Map<String, String> mapping = new HashMap<>();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "replace-scope（缺省：替换所含年度或级别）, replace-all, upsert, append / what happens to features that are there already")
    private Optional<String> mode = Optional.empty();

    @Option(
            names = "--repair",
            split = ",",
            paramLabel = "REPAIR",
            description = "允许的修复 / repairs that may be made: drop-duplicate-vertices, reverse-rings, make-valid, snap")
    private Optional<List<String>> repairs = Optional.empty();

    @Option(names = "--note", defaultValue = "", description = "说明 / why")
    private String note;

    @Option(names = "--dry-run", description = "只检查 / check only, change nothing")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.notFound("no-such-file", "没有文件 %s", "There is no file %s", file);
        }
        try (Installation installation = common.open();
                InputStream bytes = Files.newInputStream(file)) {
            Intake intake = installation.intake();
            layer.ifPresent(installation.catalog()::layer);
            Upload upload = intake.receive(file.getFileName().toString(), bytes);
            upload = intake.choose(upload, choices(intake.inspect(upload)));
            Report report = new Report(System.out);
            ProgressLine progress = new ProgressLine(System.err);
            if (dryRun) {
                CheckReport checked = intake.check(upload, progress);
                progress.end();
                report.check(checked);
                intake.drop(upload);
                return checked.blocked() ? BLOCKED : 0;
            }
            Intake.Outcome outcome = intake.commit(upload, "admin", note, progress);
            progress.end();
            report.check(outcome.report());
            report.commit(outcome);
            return outcome.report().blocked() ? BLOCKED : 0;
        }
    }

    /** With {@code --layer}, the layers of the file that are recognised as that one are taken, or the only one, or all when none is. */
    private Choices choices(Inspection inspection) {
        List<Choices.Part> parts = new ArrayList<>();
        boolean recognised = inspection.parts().stream().anyMatch(p -> p.layer().equals(layer));
        for (Inspection.Part part : inspection.parts()) {
            boolean left = layer.isPresent() && recognised && !part.layer().equals(layer);
            parts.add(new Choices.Part(
                    part.index(),
                    layer,
                    crs,
                    encoding,
                    year,
                    given(mapping),
                    given(constants),
                    Optional.of(left),
                    mode.map(Mode::of),
                    repairs.map(words -> words.stream().map(RepairKind::of).collect(Collectors.toSet())),
                    Optional.empty()));
        }
        return new Choices(parts);
    }

    private static Optional<Map<String, String>> given(Map<String, String> pairs) {
        return Optional.of(pairs).filter(p -> !p.isEmpty());
    }
}
