package org.anlan.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Actor;
import org.anlan.store.Revision;
import org.anlan.store.Upload;
import org.anlan.support.Installed;
import org.anlan.support.Rows;

/** An installation that damaged hand-ins are put to, and that is looked at before and after each. */
final class FuzzStore {

    private final Path data;
    private final Path temporary;
    private final Installed installed;

    FuzzStore(Path data, Path temporary, Installed installed) {
        this.data = data;
        this.temporary = temporary;
        this.installed = installed;
    }

    /** What may not change. */
    private record Seen(
            List<Revision> revisions, int rows, List<String> archived, List<String> unpacked, List<Upload> open) {}

    private Seen seen() throws IOException {
        List<Revision> revisions = new ArrayList<>();
        int rows = 1;
        for (LayerDefinition layer : installed.catalog().layers()) {
            revisions.addAll(installed.store().revisions().of(layer.id()));
            rows = 31 * rows + Rows.current(installed.store(), layer).hashCode();
        }
        return new Seen(
                revisions,
                rows,
                files(data.resolve("archive"), ""),
                files(temporary, "anlan-"),
                installed.intake().open());
    }

    private static List<String> files(Path folder, String prefix) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) || !prefix.isEmpty())
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    /** Hands a file in as a person would, and commits it when nothing stands in the way. Gives how it ended; whatever else is thrown is a fault. */
    String handIn(String name, byte[] bytes) throws IOException {
        Seen before = seen();
        Optional<Upload> received = Optional.empty();
        String end;
        try {
            Upload upload = installed.intake().receive(name, new ByteArrayInputStream(bytes));
            received = Optional.of(upload);
            CheckReport check = installed.intake().check(upload, Progress.SILENT);
            end = check.blocked() ? "blocked" : "fits";
        } catch (Refusal refusal) {
            end = "refused";
        }
        if (end.equals("fits") && committed(received.orElseThrow())) {
            same(before.unpacked(), seen().unpacked(), "temporary folders");
            return "committed";
        }
        if (received.isPresent()) {
            installed.intake().drop(received.get());
        }
        Seen after = seen();
        same(before.unpacked(), after.unpacked(), "temporary folders");
        same(before.archived(), after.archived(), "the archive");
        same(before.open(), after.open(), "open uploads");
        same(before, after, "the store");
        return end;
    }

    /** What the check let through, the commit takes in. */
    private boolean committed(Upload upload) throws IOException {
        Intake.Outcome outcome = installed.intake().commit(upload, new Actor("fuzz", ""), "", Progress.SILENT);
        if (outcome.report().blocked()) {
            throw new AssertionError(
                    "blocked after a check that was not: " + outcome.report().findings());
        }
        return true;
    }

    private static void same(Object before, Object after, String what) {
        if (!before.equals(after)) {
            throw new AssertionError(what + " changed: " + before + " became " + after);
        }
    }
}
