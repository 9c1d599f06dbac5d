package org.anlan.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.catalog.Catalog;
import org.anlan.format.FeatureSource;
import org.anlan.format.Formats;
import org.anlan.format.HandInFile;
import org.anlan.format.OpenOptions;
import org.anlan.intake.checks.LayerCheckList;
import org.anlan.store.Commit;
import org.anlan.store.Extent;
import org.anlan.store.Origin;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.Upload;

/** Takes hand-ins in: receive → inspect → choose → check → commit, or drop. Until the commit nothing in the layers changes. */
public final class Intake {

    /** Most bytes that a hand-in may have. */
    public static final long MOST_BYTES = 2L << 30;

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private final Catalog catalog;
    private final Store store;
    private final SecureRandom random = new SecureRandom();

    /** An intake into this store. */
    public Intake(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /**
     * What a commit came to.
     *
     * @param report what was found
     * @param revisions the new revisions; empty when errors stood in the way and nothing was changed
     */
    public record Outcome(CheckReport report, List<Revision> revisions) {}

    /** Keeps a file that was handed in. A file that cannot be opened is refused with the reason, and is not kept as an upload. */
    public Upload receive(String fileName, InputStream bytes) throws IOException {
        var kept = store.archive().keep(bytes, MOST_BYTES);
        byte[] id = new byte[16];
        random.nextBytes(id);
        Upload upload = new Upload(
                HexFormat.of().formatHex(id),
                baseName(fileName),
                kept.sha256(),
                kept.bytes(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Upload.State.INSPECTED,
                "{}");
        inspect(upload);
        store.uploads().put(upload);
        return upload;
    }

    private static String baseName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .strip();
        String clean = name.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.isEmpty() ? "upload" : clean;
    }

    /** The upload with this id; refused ({@code unknown-upload}). */
    public Upload find(String id) {
        return store.uploads()
                .find(id)
                .orElseThrow(() -> Refusal.notFound("unknown-upload", "没有上传 %s", "There is no upload %s", id));
    }

    /** Looks into the file, with the choices made so far. */
    public Inspection inspect(Upload upload) throws IOException {
        try (Opened opened = new Opened(upload)) {
            return opened.inspection();
        }
    }

    /** Lays choices over those made so far; wrong ones (an unknown layer, field, CRS, encoding) are refused and change nothing. */
    public Upload choose(Upload upload, Choices choices) throws IOException {
        mustBeOpen(upload);
        try {
            Upload next = upload.choosing(JSON.writeValueAsString(choices.over(choices(upload))));
            try (Opened opened = new Opened(next)) {
                new Planner(catalog, new FindingLog()).plans(opened.inspection(), opened.sources());
            }
            store.uploads().put(next);
            return next;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks the whole file as a commit would, and writes nothing. */
    public CheckReport check(Upload upload, Progress progress) throws IOException {
        mustBeOpen(upload);
        try (Commit preview = store.preview(Origin.of(Origin.Kind.IMPORT, "", ""))) {
            Outcome outcome = pass(upload, preview, progress, true);
            store.uploads().put(upload.with(Upload.State.CHECKED));
            return outcome.report();
        }
    }

    /**
     * Commits the file: all of it or, when there are errors, nothing.
     *
     * @param author who commits it
     * @param note why
     */
    public Outcome commit(Upload upload, String author, String note, Progress progress) throws IOException {
        mustBeOpen(upload);
        String crs = inspect(upload).parts().stream()
                .filter(p -> !p.ignored())
                .flatMap(p -> p.crs().code().stream())
                .distinct()
                .collect(Collectors.joining(","));
        Origin origin = new Origin(
                Origin.Kind.IMPORT,
                author,
                note,
                Optional.of(new Origin.Source(upload.fileName(), upload.sha256(), crs)));
        Outcome outcome;
        try (Commit commit = store.begin(origin)) {
            outcome = pass(upload, commit, progress, false);
        }
        if (!outcome.report().blocked()) {
            store.uploads().put(upload.with(Upload.State.COMMITTED));
        }
        return outcome;
    }

    /** Gives an upload up; the file stays in the archive. */
    public Upload drop(Upload upload) {
        mustBeOpen(upload);
        Upload dropped = upload.with(Upload.State.DROPPED);
        store.uploads().put(dropped);
        return dropped;
    }

    private static void mustBeOpen(Upload upload) {
        switch (upload.state()) {
            case INSPECTED, CHECKED -> {}
            case COMMITTED ->
                throw Refusal.conflict("already-committed", "这次上传已经提交过了", "This upload has been committed already");
            case DROPPED ->
                throw Refusal.conflict(
                        "upload-dropped", "这次上传已被放弃；请重新上传", "This upload was dropped; upload the file again");
        }
    }

    private Outcome pass(Upload upload, Commit commit, Progress progress, boolean preview) throws IOException {
        FindingLog log = new FindingLog();
        try (Opened opened = new Opened(upload)) {
            List<PartPlan> plans = new Planner(catalog, log).plans(opened.inspection(), opened.sources());
            Map<PartPlan, Long> reads =
                    new Passage(catalog, new LayerCheckList(catalog, store), commit, log, progress).run(plans);
            boolean blocked = log.count(Severity.ERROR) > 0;
            List<Revision> revisions = blocked && !preview ? List.of() : commit.finish();
            List<CheckReport.Part> parts = new ArrayList<>();
            reads.forEach((plan, read) -> parts.add(new CheckReport.Part(
                    plan.index(),
                    plan.layer().id(),
                    read,
                    commit.layer(plan.layer()).changes())));
            return new Outcome(
                    new CheckReport(
                            log.count(Severity.ERROR),
                            log.count(Severity.WARNING),
                            log.count(Severity.NOTE),
                            log.findings(),
                            parts),
                    revisions);
        }
    }

    private Choices choices(Upload upload) {
        try {
            return JSON.readValue(upload.choices(), Choices.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Extent> home() {
        return store.revisions().newest("regions").flatMap(r -> r.state().extent());
    }

    /** A file with its layers open, each in the encoding that was chosen for it. */
    private final class Opened implements AutoCloseable {

        private final List<HandInFile> files = new ArrayList<>();
        private final List<FeatureSource> sources = new ArrayList<>();
        private final Choices choices;

        Opened(Upload upload) throws IOException {
            choices = choices(upload);
            List<FeatureSource> plain = open(upload, Optional.empty()).layers();
            for (int i = 0; i < plain.size(); i++) {
                Optional<Charset> encoding = choices.part(i).encoding().map(Intake::charset);
                sources.add(
                        encoding.isEmpty()
                                ? plain.get(i)
                                : open(upload, encoding).layers().get(i));
            }
        }

        private HandInFile open(Upload upload, Optional<Charset> encoding) throws IOException {
            HandInFile file = Formats.open(
                    store.archive().file(upload.sha256()),
                    upload.fileName(),
                    new OpenOptions(encoding, OpenOptions.Limits.DEFAULT));
            files.add(file);
            return file;
        }

        List<FeatureSource> sources() {
            return sources;
        }

        Inspection inspection() throws IOException {
            Inspector inspector = new Inspector(catalog, home());
            List<Inspection.Part> parts = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                parts.add(inspector.look(i, sources.get(i), choices.part(i)));
            }
            return new Inspection(parts);
        }

        @Override
        public void close() throws IOException {
            for (HandInFile file : files) {
                file.close();
            }
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Refusal.invalid(
                    "unknown-encoding",
                    "没有编码“%s”；例如 GBK、GB18030、UTF-8",
                    "There is no encoding \"%s\"; try GBK, GB18030 or UTF-8",
                    name);
        }
    }
}
