package org.anlan.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.Retention;
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
    private final Retention retention;
    private final OpenUploads uploads;
    private final Reports reports;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock committing = new ReentrantLock();

    /** An intake into this store, which tells what a hand-in would do to these figures. */
    public Intake(Catalog catalog, Store store, Retention retention) {
        this.catalog = catalog;
        this.store = store;
        this.retention = retention;
        this.uploads = new OpenUploads(store);
        this.reports = new Reports(store.uploads());
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
        try {
            inspect(upload);
        } catch (IOException | RuntimeException refused) {
            uploads.forget(kept.sha256());
            throw refused;
        }
        return uploads.begin(upload);
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

    /** The upload as it is now; refused ({@code already-committed}, {@code upload-dropped}, {@code upload-expired}) when its way has ended. */
    public Upload stillOpen(Upload upload) {
        return uploads.open(upload.id());
    }

    /** Looks into the file, with the choices made so far. */
    public Inspection inspect(Upload upload) throws IOException {
        try (Opened opened = new Opened(upload)) {
            return opened.inspection(true);
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

    /** Checks the whole file as a commit would, and writes nothing; the report is kept with the upload. */
    public CheckReport check(Upload upload, Progress progress) throws IOException {
        Upload now = uploads.open(upload.id());
        Comparison comparison = new Comparison(catalog);
        try (Opened opened = new Opened(now)) {
            Map<String, Long> bases = bases();
            try (Commit preview = store.preview(Origin.of(Origin.Kind.IMPORT, "", ""), comparison)) {
                FindingLog log = new FindingLog();
                List<PartPlan> plans = opened.plans(log);
                Map<PartPlan, Passage.Read> reads = pass(plans, preview, log, progress);
                progress.at(Progress.Step.WRITING, 0, Optional.empty());
                preview.finish();
                CheckReport report = report(log, reads, preview)
                        .comparedWith(bases, comparison.changes(), retention.effects(comparison.coast()));
                reports.keep(now.id(), report);
                uploads.checked(now);
                return report;
            }
        }
    }

    /** What the newest check of an upload found, or its commit; empty while its present choices were not checked. */
    public Optional<CheckReport> report(Upload upload) {
        Upload now = uploads.find(upload.id());
        return now.state() == Upload.State.CHECKED || now.state() == Upload.State.COMMITTED
                ? reports.find(now.id())
                : Optional.empty();
    }

    /** The newest revision of each layer; 0 where it has none. */
    private Map<String, Long> bases() {
        Map<String, Long> bases = new TreeMap<>();
        for (LayerDefinition layer : catalog.layers()) {
            bases.put(
                    layer.id(),
                    store.revisions().newest(layer.id()).map(Revision::id).orElse(0L));
        }
        return bases;
    }

    /**
     * Commits the file: all of it or, when there are errors, nothing. Refused: {@code already-committed}, {@code upload-dropped}, {@code
     * upload-expired}, and {@code base-moved} when somebody else changed a layer since this upload was checked: it is then compared anew, to be
     * looked at again.
     *
     * @param author who commits it
     * @param note why
     */
    public Outcome commit(Upload upload, String author, String note, Progress progress) throws IOException {
        committing.lock();
        try {
            Upload now = uploads.open(upload.id()); // somebody may have pressed twice
            Optional<Revision> moved = reports.find(now.id())
                    .filter(report -> now.state() == Upload.State.CHECKED)
                    .flatMap(this::moved);
            if (moved.isPresent()) {
                check(now, progress);
                throw baseMoved(moved.get());
            }
            return commitNow(now, author, note, progress);
        } finally {
            committing.unlock();
        }
    }

    /** The revision of a layer of this report that came after it was compared. */
    private Optional<Revision> moved(CheckReport report) {
        return report.parts().stream()
                .map(CheckReport.Part::layer)
                .distinct()
                .flatMap(layer -> store.revisions().newest(layer).stream())
                .filter(newest -> newest.id() != report.bases().getOrDefault(newest.layer(), 0L))
                .findFirst();
    }

    private static Refusal baseMoved(Revision since) {
        return Refusal.conflict(
                "base-moved",
                "检查之后，%2$s 在 %3$s 提交了图层 %1$s 的修订 r%4$d（%5$s）。已重新比较，请看过新的差异后再提交。",
                "After the check, %2$s committed revision r%4$d of layer %1$s at %3$s (%5$s). The upload has been compared anew: look at the differences "
                        + "and commit again.",
                since.layer(),
                since.origin().author(),
                since.at(),
                since.id(),
                since.origin().note().isBlank() ? "–" : since.origin().note());
    }

    private Outcome commitNow(Upload upload, String author, String note, Progress progress) throws IOException {
        try (Opened opened = new Opened(upload)) {
            FindingLog log = new FindingLog();
            List<PartPlan> plans = opened.plans(log);
            try (Commit commit = store.begin(origin(upload, plans, author, note))) {
                Map<PartPlan, Passage.Read> reads = pass(plans, commit, log, progress);
                progress.at(Progress.Step.WRITING, 0, Optional.empty());
                List<Revision> revisions = log.count(Severity.ERROR) > 0 ? List.of() : commit.finish();
                CheckReport report = report(log, reads, commit);
                commit.close(); // there is one place to write
                if (report.blocked()) {
                    return new Outcome(report, revisions);
                }
                uploads.committed(upload);
                opened.remember(plans);
                if (upload.state() != Upload.State.CHECKED) {
                    reports.keep(upload.id(), report);
                }
                return new Outcome(report, revisions);
            }
        }
    }

    private static Origin origin(Upload upload, List<PartPlan> plans, String author, String note) {
        String crs = plans.stream()
                .filter(p -> p.layer().geometry() != GeometryKind.NONE)
                .map(PartPlan::crsWord)
                .distinct()
                .collect(Collectors.joining(","));
        return new Origin(
                Origin.Kind.IMPORT,
                author,
                note,
                Optional.of(new Origin.Source(upload.fileName(), upload.sha256(), crs)));
    }

    /** Gives an upload up; its file goes with it unless another upload or a revision came from the same. */
    public Upload drop(Upload upload) throws IOException {
        return uploads.end(upload.id(), Upload.State.DROPPED);
    }

    /** The uploads that are neither committed nor given up, newest first. */
    public List<Upload> open() {
        return store.uploads().open();
    }

    /** Gives up what was received before a moment and neither committed nor dropped since. Gives how many there were. */
    public int expire(Instant receivedBefore) throws IOException {
        List<Upload> old = open().stream()
                .filter(upload -> upload.receivedAt().isBefore(receivedBefore))
                .toList();
        for (Upload upload : old) {
            uploads.end(upload.id(), Upload.State.EXPIRED);
        }
        return old.size();
    }

    /** What was decided about an upload so far, as a document that the next hand-in of the kind can be taken in with. */
    public MappingDocument mapping(Upload upload) throws IOException {
        try (Opened opened = new Opened(upload)) {
            return MappingDocument.of(opened.inspection(false), opened.file.choices());
        }
    }

    private Map<PartPlan, Passage.Read> pass(List<PartPlan> plans, Commit commit, FindingLog log, Progress progress)
            throws IOException {
        return new Passage(catalog, new LayerCheckList(catalog, store), commit, log, progress).run(plans);
    }

    private static CheckReport report(FindingLog log, Map<PartPlan, Passage.Read> reads, Commit commit) {
        List<CheckReport.Part> parts = new ArrayList<>();
        reads.forEach((plan, read) -> parts.add(new CheckReport.Part(
                plan.index(),
                plan.layer().id(),
                read.records(),
                commit.layer(plan.layer()).changes(),
                read.unmatched())));
        return new CheckReport(
                log.count(Severity.ERROR),
                log.count(Severity.WARNING),
                log.count(Severity.NOTE),
                log.findings(),
                parts,
                Map.of(),
                List.of(),
                List.of());
    }

    private Choices choices(Upload upload) {
        try {
            return JSON.readValue(upload.choices(), Choices.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the installation's area lies: the extent of its regions; empty while it has none. */
    public Optional<Extent> home() {
        return store.revisions().newest("regions").flatMap(r -> r.state().extent());
    }

    /** An upload with its layers open, and what it was found to be. */
    private final class Opened implements AutoCloseable {

        private final OpenHandIn file;
        private final SavedMappings saved = new SavedMappings(Optional.of(store.settings()));
        private Inspection inspection = new Inspection(List.of());

        Opened(Upload upload) throws IOException {
            file = new OpenHandIn(store.archive().file(upload.sha256()), upload.fileName(), choices(upload));
        }

        Inspection inspection(boolean closely) throws IOException {
            inspection = file.inspection(new Inspector(catalog, home(), saved, closely));
            return inspection;
        }

        List<PartPlan> plans(FindingLog log) throws IOException {
            return new Planner(catalog, log).plans(inspection(false), file.sources());
        }

        /** Keeps how these were mapped, for the next hand-in of the kind. */
        void remember(List<PartPlan> plans) {
            plans.forEach(plan -> saved.keep(
                    plan.layer(),
                    file.sources().get(plan.index()),
                    inspection.parts().get(plan.index()),
                    file.choices().part(plan.index())));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
