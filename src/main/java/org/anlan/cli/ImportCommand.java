package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.anlan.intake.Intake;
import org.anlan.store.Upload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan import}: a hand-in, checked and committed. Exit code 3 when findings block it. */
@Command(name = "import", description = "检查并导入一份成果文件 / check and take in a hand-in")
final class ImportCommand implements Callable<Integer> {

    private static final int BLOCKED = 3;

    @Mixin
    private Common common;

    @Mixin
    private HandInOptions options;

    @Parameters(paramLabel = "FILE", description = "zip, shp, csv, geojson …")
    private Path file;

    @Option(names = "--note", defaultValue = "", description = "说明 / why")
    private String note;

    @Override
    public Integer call() throws IOException {
        try (HandedIn handedIn = HandedIn.of(file);
                Installation installation = common.open()) {
            Intake intake = installation.intake();
            options.layer().ifPresent(installation.catalog()::layer);
            Upload upload = handedIn.receive(intake, options);
            ProgressLine progress = new ProgressLine(System.err);
            Intake.Outcome outcome = intake.commit(upload, Operator.ACTOR, note, progress);
            progress.end();
            Report report = new Report(System.out);
            report.check(outcome.report());
            report.commit(outcome);
            return outcome.report().blocked() ? BLOCKED : 0;
        }
    }
}
