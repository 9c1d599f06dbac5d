package org.anlan.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anlan.intake.Intake;
import org.anlan.intake.Progress;
import org.anlan.store.Actor;
import org.anlan.store.Revision;
import org.anlan.store.Upload;

/** The demonstration data of Shishi: its hand-ins, and the figures that were computed from it elsewhere. */
public final class Shishi {

    private static final Path FOLDER = Path.of("data", "shishi");

    private Shishi() {}

    /** A hand-in by its file name ("AX2025.zip"), wherever it lies in the folder. */
    public static Path handIn(String fileName) {
        return handIns().stream()
                .filter(file -> file.getFileName().toString().equals(fileName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hand-in " + fileName));
    }

    /** All hand-ins in the order in which the demonstration takes them in. */
    public static List<Path> handIns() {
        List<Path> files = new ArrayList<>();
        json("demo.json")
                .path("handIns")
                .forEach(h -> files.add(FOLDER.resolve(h.path("file").asText())));
        return files;
    }

    /** The ratio in percent that was computed elsewhere for a survey year ("ratio_percent", "ratio_natural_only_percent", …). */
    public static double ratio(int year, String of) {
        return checks().path("coastline").path(String.valueOf(year)).path(of).asDouble();
    }

    /** The figures that were computed elsewhere. */
    public static JsonNode checks() {
        return json("checks.json");
    }

    /** Takes a hand-in in; it must have no errors. */
    public static List<Revision> take(Intake intake, Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            Upload upload = intake.receive(file.getFileName().toString(), bytes);
            Intake.Outcome outcome = intake.commit(upload, new Actor("demo", ""), "", Progress.SILENT);
            if (outcome.report().blocked()) {
                throw new AssertionError(
                        file + " has errors: " + outcome.report().findings());
            }
            return outcome.revisions();
        }
    }

    private static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(FOLDER.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
