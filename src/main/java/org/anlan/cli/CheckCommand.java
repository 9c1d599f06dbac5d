package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Intake;
import org.anlan.store.Upload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan check}: a hand-in, checked as a commit would, and nothing changed. Exit code 3 when findings would block it. */
@Command(name = "check", description = "检查一份成果文件，不作任何更改 / check a hand-in, change nothing")
final class CheckCommand implements Callable<Integer> {

    private static final int BLOCKED = 3;

    @Mixin
    private Common common;

    @Mixin
    private HandInOptions options;

    @Parameters(paramLabel = "FILE", description = "zip, shp, csv, geojson …")
    private Path file;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private PrintedAs format;

    @Option(
            names = "--findings",
            paramLabel = "FILE.geojson|csv|xlsx",
            description = "把检查结果另存为文件 / also write the findings to a file")
    private Optional<Path> findings = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Optional<FindingsOut> kept = findings.map(FindingsOut::of);
        try (HandedIn handedIn = HandedIn.of(file);
                Installation installation = common.open()) {
            Intake intake = installation.intake();
            options.layer().ifPresent(installation.catalog()::layer);
            Upload upload = handedIn.receive(intake, options);
            ProgressLine progress = new ProgressLine(System.err);
            CheckReport report = intake.check(upload, progress);
            progress.end();
            intake.drop(upload);
            switch (format) {
                case text -> new Report(System.out).check(report);
                case json -> System.out.println(CheckText.json(report).toPrettyString());
            }
            if (kept.isPresent()) {
                kept.get().write(report.findings());
            }
            return report.blocked() ? BLOCKED : 0;
        }
    }
}
