package org.anlan.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.intake.Intake;
import org.anlan.intake.Progress;
import org.anlan.store.Actor;
import org.anlan.store.Origin;
import org.anlan.store.Revision;
import org.anlan.store.Upload;

/** Takes the demonstration hand-ins of data/shishi in, through the same intake as any upload. */
final class Demo {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUTHOR = "demo";

    private final Path folder;
    private final PrintStream out;

    Demo(PrintStream out) {
        this.folder = Optional.ofNullable(System.getProperty("anlan.home"))
                .map(Paths::get)
                .orElse(Paths.get(""))
                .resolve("data")
                .resolve("shishi");
        this.out = out;
    }

    /** Takes in what is not there yet; a store that holds anything else is left as it is. */
    void fill(Installation installation) throws IOException {
        List<Revision> revisions = installation.catalog().layers().stream()
                .flatMap(layer -> installation.store().revisions().of(layer.id()).stream())
                .toList();
        if (!revisions.stream().allMatch(r -> r.origin().author().equals(AUTHOR))) {
            out.println("数据目录已有数据，不导入示例 / the data folder has data of its own; the demonstration is not imported");
            return;
        }
        Set<String> taken = revisions.stream()
                .flatMap(r -> r.origin().source().stream())
                .map(Origin.Source::name)
                .collect(Collectors.toSet());
        Path list = folder.resolve("demo.json");
        if (!Files.isRegularFile(list)) {
            throw Refusal.notFound("no-demo-data", "没有示例数据 %s", "There is no demonstration data at %s", list);
        }
        for (JsonNode handIn : JSON.readTree(list.toFile()).path("handIns")) {
            Path file = folder.resolve(handIn.path("file").asText());
            if (!taken.contains(file.getFileName().toString())) {
                take(installation.intake(), file, handIn.path("note").path("zh").asText());
            }
        }
    }

    private void take(Intake intake, Path file, String note) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            Upload upload = intake.receive(file.getFileName().toString(), bytes);
            Intake.Outcome outcome =
                    intake.commit(upload, new Actor(AUTHOR, Operator.ACTOR.from()), note, Progress.SILENT);
            if (outcome.report().blocked()) {
                new Report(out).check(outcome.report());
                throw Refusal.conflict(
                        "demo-blocked", "示例数据 %s 有错误", "The demonstration hand-in %s has errors", file.getFileName());
            }
            outcome.revisions()
                    .forEach(r -> out.printf(
                            "  %s → %s r%d (%d)%n",
                            file.getFileName(), r.layer(), r.id(), r.state().count()));
        }
    }
}
