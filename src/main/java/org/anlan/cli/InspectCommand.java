package org.anlan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.intake.Choices;
import org.anlan.intake.Inspection;
import org.anlan.intake.MappingDocument;
import org.anlan.intake.OpenHandIn;
import org.anlan.store.Extent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code anlan inspect}: what is in a file. Needs no installation; with {@code --data} it also tells how far from home the data lies. Exit code 2 when
 * nothing of the file can be read; what stood in the way is then told on standard output in the format asked for.
 */
@Command(name = "inspect", description = "查看一份成果文件的内容 / look into a hand-in, change nothing")
final class InspectCommand implements Callable<Integer> {

    private static final int UNREADABLE = 2;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "zip, shp, csv, geojson …")
    private Path file;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private PrintedAs format;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "数据目录，用于判断数据离本地多远 / data folder, to tell how far from home the data lies")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private CatalogFlag catalog;

    @Mixin
    private DatabaseFlags database;

    @Mixin
    ConfigFlag config;

    @Option(
            names = "--save-mapping",
            paramLabel = "FILE.json",
            description = "写出映射文件，供编辑后用于 --mapping / write the mapping document, to be edited and used with --mapping")
    private Optional<Path> saveMapping = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助 / show this help")
    boolean help;

    @Mixin
    private HandInOptions options;

    @Override
    public Integer call() throws IOException {
        InspectText text = new InspectText(System.out);
        try (HandedIn handedIn = HandedIn.of(file)) {
            Looked looked = look(handedIn);
            switch (format) {
                case text -> text.show(looked.inspection());
                case json ->
                    System.out.println(InspectText.json(looked.inspection()).toPrettyString());
            }
            if (saveMapping.isPresent()) {
                save(MappingDocument.of(looked.inspection(), looked.choices()).json());
            }
            return unreadable(looked.inspection()) ? UNREADABLE : 0;
        } catch (Refusal refusal) {
            switch (format) {
                case text -> text.refused(file, refusal);
                case json -> System.out.println(InspectText.json(file, refusal).toPrettyString());
            }
            return UNREADABLE;
        }
    }

    private record Looked(Inspection inspection, Choices choices) {}

    private Looked look(HandedIn handedIn) throws IOException {
        if (data.isPresent()) {
            try (Installation installation =
                    Installation.open(data.get(), catalog.folder(), database.options(command))) {
                return look(
                        handedIn, installation.catalog(), installation.intake().home());
            }
        }
        return look(handedIn, CatalogReader.load(catalog.folder()), Optional.empty());
    }

    private Looked look(HandedIn handedIn, Catalog catalog, Optional<Extent> home) throws IOException {
        options.layer().ifPresent(catalog::layer);
        Inspection plain = OpenHandIn.inspect(catalog, handedIn.path(), handedIn.name(), Choices.NONE, home);
        Choices choices = options.choices(plain);
        return new Looked(OpenHandIn.inspect(catalog, handedIn.path(), handedIn.name(), choices, home), choices);
    }

    private void save(ObjectNode document) throws IOException {
        Files.writeString(
                saveMapping.orElseThrow(), document.toPrettyString() + System.lineSeparator(), StandardCharsets.UTF_8);
    }

    /** Whether there is nothing to take in, and a reason for it. */
    private static boolean unreadable(Inspection inspection) {
        return inspection.parts().stream()
                .allMatch(part ->
                        part.sampled() == 0 && part.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR));
    }
}
