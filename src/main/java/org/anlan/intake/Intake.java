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
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.FeatureSource;
import org.anlan.format.Formats;
import org.anlan.format.HandInFile;
import org.anlan.format.OpenOptions;
import org.anlan.intake.checks.LayerCheckList;
import org.anlan.store.ChangeListener;
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
    private final OpenUploads uploads;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock committing = new ReentrantLock();

    /** An intake into this store. */
    public Intake(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
        this.uploads = new OpenUploads(store.uploads());
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
        return uploads.find(id);
    }

    /** Looks into the file, with the choices made so far. */
    public Inspection inspect(Upload upload) throws IOException {
        try (Opened opened = new Opened(upload)) {
            return opened.inspection();
        }
    }

    /** Lays choices over those made so far; wrong ones (an unknown layer, field, CRS, encoding) are refused and change nothing. */
    public Upload choose(Upload upload, Choices choices) throws IOException {
        Upload now = uploads.open(upload.id());
        try {
            Upload next = now.choosing(JSON.writeValueAsString(choices.over(choices(now))));
            try (Opened opened = new Opened(next)) {
                opened.plans(new FindingLog());
            }
            return uploads.keep(next);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks the whole file as a commit would, and writes nothing. */
    public CheckReport check(Upload upload, Progress progress) throws IOException {
        Upload now = uploads.open(upload.id());
        try (Opened opened = new Opened(now);
                Commit preview = store.preview(Origin.of(Origin.Kind.IMPORT, "", ""), ChangeListener.NONE)) {
            FindingLog log = new FindingLog();
            List<PartPlan> plans = opened.plans(log);
            Map<PartPlan, Long> reads = pass(plans, preview, log, progress);
            preview.finish();
            uploads.checked(now);
            return report(log, reads, preview);
        }
    }

    /**
     * Commits the file: all of it or, when there are errors, nothing. Refused: {@code already-committed}, {@code upload-dropped}.
     *
     * @param author who commits it
     * @param note why
     */
    public Outcome commit(Upload upload, String author, String note, Progress progress) throws IOException {
        committing.lock();
        try {
            return commitNow(uploads.open(upload.id()), author, note, progress); // somebody may have pressed twice
        } finally {
            committing.unlock();
        }
    }

    private Outcome commitNow(Upload upload, String author, String note, Progress progress) throws IOException {
        try (Opened opened = new Opened(upload)) {
            FindingLog log = new FindingLog();
            List<PartPlan> plans = opened.plans(log);
            try (Commit commit = store.begin(origin(upload, plans, author, note))) {
                Map<PartPlan, Long> reads = pass(plans, commit, log, progress);
                List<Revision> revisions = log.count(Severity.ERROR) > 0 ? List.of() : commit.finish();
                CheckReport report = report(log, reads, commit);
                if (report.blocked()) {
                    return new Outcome(report, revisions);
                }
                commit.close(); // there is one place to write
                store.uploads().put(upload.with(Upload.State.COMMITTED));
                return new Outcome(report, revisions);
            }
        }
    }

    private static Origin origin(Upload upload, List<PartPlan> plans, String author, String note) {
        String crs = plans.stream()
                .filter(p -> p.layer().geometry() != GeometryKind.NONE)
                .map(p -> p.transform().crs().code())
                .distinct()
                .collect(Collectors.joining(","));
        return new Origin(
                Origin.Kind.IMPORT,
                author,
                note,
                Optional.of(new Origin.Source(upload.fileName(), upload.sha256(), crs)));
    }

    /** Gives an upload up; the file stays in the archive. */
    public Upload drop(Upload upload) {
        return uploads.keep(uploads.open(upload.id()).with(Upload.State.DROPPED));
    }

    private Map<PartPlan, Long> pass(List<PartPlan> plans, Commit commit, FindingLog log, Progress progress)
            throws IOException {
        return new Passage(catalog, new LayerCheckList(catalog, store), commit, log, progress).run(plans);
    }

    private static CheckReport report(FindingLog log, Map<PartPlan, Long> reads, Commit commit) {
        List<CheckReport.Part> parts = new ArrayList<>();
        reads.forEach((plan, read) -> parts.add(new CheckReport.Part(
                plan.index(),
                plan.layer().id(),
                read,
                commit.layer(plan.layer()).changes())));
        return new CheckReport(
                log.count(Severity.ERROR),
                log.count(Severity.WARNING),
                log.count(Severity.NOTE),
                log.findings(),
                parts);
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

        List<PartPlan> plans(FindingLog log) throws IOException {
            return new Planner(catalog, log).plans(inspection(), sources);
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
