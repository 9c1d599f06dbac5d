package org.anlan.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.anlan.catalog.Catalog;
import org.anlan.coast.Retention;
import org.anlan.store.Actor;
import org.anlan.store.Extent;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.Upload;

/** Takes hand-ins in: receive → inspect → choose → check → commit, or drop. Until the commit nothing in the layers changes. */
public final class Intake {

    /** Most bytes that a hand-in may have. */
    public static final long MOST_BYTES = 2L << 30;

    private final Catalog catalog;
    private final Store store;
    private final OpenUploads uploads;
    private final Reports reports;
    private final Passing passing;
    private final LayerEdits edits;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock committing = new ReentrantLock();

    /** An intake into this store, which tells what a hand-in would do to these figures. */
    public Intake(Catalog catalog, Store store, Retention retention) {
        this.catalog = catalog;
        this.store = store;
        this.uploads = new OpenUploads(store);
        this.reports = new Reports(store.uploads());
        this.passing = new Passing(catalog, store, retention, uploads, reports);
        this.edits = new LayerEdits(catalog, store, retention);
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
        try (OpenedUpload opened = open(upload)) {
            return opened.inspection(true);
        }
    }

    private OpenedUpload open(Upload upload) throws IOException {
        return new OpenedUpload(catalog, store, upload);
    }

    /** Lays choices over those made so far; wrong ones (an unknown layer, field, CRS, encoding) are refused and change nothing. */
    public Upload choose(Upload upload, Choices choices) throws IOException {
        Upload now = uploads.open(upload.id());
        Upload next = now.choosing(ChoicesJson.write(choices.over(ChoicesJson.read(now.choices()))));
        try (OpenedUpload opened = open(next)) {
            opened.plans(new FindingLog());
        }
        return uploads.keep(now, next);
    }

    /** Checks the whole file as a commit would, and writes nothing; the report is kept with the upload. */
    public CheckReport check(Upload upload, Progress progress) throws IOException {
        return passing.check(uploads.open(upload.id()), progress);
    }

    /**
     * Commits the file: all of it or, when there are errors, nothing. Refused: {@code already-committed}, {@code upload-dropped}, {@code
     * upload-expired}, and {@code base-moved} when somebody else changed a layer since this upload was checked: it is then compared anew, to be
     * looked at again.
     *
     * @param author who commits it
     * @param note why
     */
    public Outcome commit(Upload upload, Actor author, String note, Progress progress) throws IOException {
        committing.lock();
        try {
            // somebody may have pressed twice
            return passing.commit(uploads.open(upload.id()), author, note, progress);
        } finally {
            committing.unlock();
        }
    }

    /** What the newest check of an upload found, or its commit; empty while its present choices were not checked. */
    public Optional<CheckReport> report(Upload upload) {
        Upload now = uploads.find(upload.id());
        return now.state() == Upload.State.CHECKED || now.state() == Upload.State.COMMITTED
                ? reports.find(now.id())
                : Optional.empty();
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
        try (OpenedUpload opened = open(upload)) {
            return MappingDocument.of(opened.inspection(false), opened.choices());
        }
    }

    /** Changes features by hand. */
    public LayerEdits edits() {
        return edits;
    }

    /** Where the installation's area lies: the extent of its regions; empty while it has none. */
    public Optional<Extent> home() {
        return OpenedUpload.home(store);
    }
}
