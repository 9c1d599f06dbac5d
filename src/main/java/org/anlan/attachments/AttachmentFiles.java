package org.anlan.attachments;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.attachments.kind.FileKind;
import org.anlan.attachments.kind.SafeName;
import org.anlan.attachments.picture.PhotoNotes;
import org.anlan.attachments.picture.PublicCopy;
import org.anlan.attachments.picture.Thumbnail;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Visibility;
import org.anlan.report.Photos;
import org.anlan.store.Archive;
import org.anlan.store.Attachment;
import org.anlan.store.Attachments;

/** Photos and documents of the ledgers. What a file is, its content says; its bytes are kept once, under their SHA-256. */
public final class AttachmentFiles {

    /** The most bytes of a file. [cfg] */
    public static final long MOST_BYTES = 32L << 20;

    /** The most attachments of one subject. */
    public static final int MOST_OF_ONE = 500;

    /** The usual size of small pictures, pixels on a side. */
    public static final int USUAL_SIDE = 320;

    /** The largest small picture. */
    public static final int MOST_SIDE = 1_024;

    /** The smallest. */
    public static final int LEAST_SIDE = 32;

    private static final int MOST_ON_A_PAGE = 30;
    private static final int ID_BYTES = 16;
    private static final int KEPT_THUMBNAILS_BYTES = 32 << 20;

    private final Attachments log;
    private final Archive archive;
    private final Map<String, Ledger> ledgers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<Small, byte[]> thumbnails = Caffeine.newBuilder()
            .maximumWeight(KEPT_THUMBNAILS_BYTES)
            .weigher((Small small, byte[] bytes) -> bytes.length)
            .build();

    private record Small(String sha256, int side) {}

    /**
     * A ledger whose subjects have attachments.
     *
     * @param right what somebody must be allowed to add one
     * @param pictures to whom its pictures are shown, without what cameras wrote into them; originals are internal in any case
     * @param subjects its subjects
     */
    public record Ledger(Right right, Visibility pictures, AttachmentSubjects subjects) {}

    /**
     * What became of a file.
     *
     * @param attachment the attachment
     * @param fresh false when the subject had the same bytes before: it is that attachment then
     */
    public record Added(Attachment attachment, boolean fresh) {}

    /** Attachments of these ledgers, by the names of the ledgers. */
    public AttachmentFiles(Attachments log, Archive archive, Map<String, Ledger> ledgers, Clock clock) {
        this.log = log;
        this.archive = archive;
        this.ledgers = Map.copyOf(ledgers);
        this.clock = clock;
    }

    /** Refuses who may not add to a ledger, before anything is read: {@code not-signed-in}, {@code not-permitted}; {@code unknown-ledger}. */
    public void mustAdd(String ledger, Caller caller) {
        caller.must(ledger(ledger).right());
    }

    /** To whom the public copy and the small picture of an attachment are shown. */
    public Visibility shownTo(Attachment attachment) {
        return ledger(attachment.ledger()).pictures();
    }

    private Ledger ledger(String name) {
        return Optional.ofNullable(ledgers.get(name))
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-ledger",
                        "没有台账“%s”；可用：%s",
                        "There is no ledger \"%s\"; there are: %s",
                        name,
                        ledgers.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }

    /**
     * Takes a file in. Refused: {@code unknown-ledger}, {@code unknown-subject}, {@code not-permitted}, {@code not-your-region}, {@code upload-too-large}, {@code
     * attachment-type} (nothing that is taken, or not what its name says), {@code attachment-broken}, {@code image-too-large} (by its header, before it is decoded), {@code
     * too-many-attachments}.
     *
     * @param name the name that the file came with
     * @param file where its bytes are; left there
     */
    public synchronized Added add(String ledger, String subject, String name, Path file, Caller caller)
            throws IOException {
        mustAdd(ledger, caller);
        caller.mustWorkIn(regions(ledger, subject));
        if (Files.size(file) > MOST_BYTES) {
            throw tooLarge();
        }
        FileKind kind = FileCheck.kind(name, file);
        List<Attachment> there = log.of(ledger, subject);
        if (there.size() >= MOST_OF_ONE) {
            throw Refusal.conflict(
                    "too-many-attachments",
                    "“%s”已有 %d 个附件，不能再多",
                    "\"%s\" has %d attachments already and takes no more",
                    subject,
                    there.size());
        }
        Archive.Kept kept = keep(file);
        Optional<Attachment> same =
                there.stream().filter(one -> one.sha256().equals(kept.sha256())).findFirst();
        if (same.isPresent()) {
            return new Added(same.get(), false);
        }
        Attachment attachment = new Attachment(
                id(),
                ledger,
                subject,
                SafeName.of(name, kind),
                kind.mediaType(),
                kept.sha256(),
                kept.bytes(),
                kind == FileKind.JPEG ? PhotoNotes.of(file).place() : Optional.empty(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.actor().name());
        log.add(attachment, caller.actor());
        keep(file); // an upload of the same bytes that was dropped meanwhile may have taken them along
        return new Added(attachment, true);
    }

    private Archive.Kept keep(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return archive.keep(in, MOST_BYTES);
        }
    }

    private List<String> regions(String ledger, String subject) {
        return ledger(ledger)
                .subjects()
                .regionsOf(subject)
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-subject", "台账“%s”中没有“%s”", "The ledger \"%s\" has no \"%s\"", ledger, subject));
    }

    /** The refusal of a file over the limit. */
    public static Refusal tooLarge() {
        return new Refusal(
                Refusal.Kind.TOO_LARGE,
                "upload-too-large",
                Text.of("文件超过 %d MB 的上限", "The file is over the limit of %d MB", MOST_BYTES >> 20));
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The attachments of a subject, in the order in which they came; refused ({@code unknown-ledger}, {@code unknown-subject}). */
    public List<Attachment> of(String ledger, String subject) {
        regions(ledger, subject);
        return log.of(ledger, subject);
    }

    /** An attachment; refused ({@code unknown-attachment}). */
    public Attachment find(String id) {
        return log.find(id)
                .orElseThrow(() -> Refusal.notFound("unknown-attachment", "没有这个附件", "There is no such attachment"));
    }

    /** Writes the bytes of an attachment as they came. */
    public void original(Attachment attachment, OutputStream out) throws IOException {
        archive.read(attachment.sha256(), out);
    }

    /** Writes a picture without place, time, camera and owner. Refused ({@code no-public-copy}): documents have none. */
    public void publicCopy(Attachment attachment, OutputStream out) throws IOException {
        PublicCopy.write(archive.file(attachment.sha256()), picture(attachment), out);
    }

    /** Whether an attachment is a picture. */
    public boolean isPicture(Attachment attachment) {
        return FileKind.ofMediaType(attachment.type()).filter(FileKind::picture).isPresent();
    }

    /** Refuses ({@code no-public-copy}) what is no picture. */
    public void mustBePicture(Attachment attachment) {
        picture(attachment);
    }

    private static FileKind picture(Attachment attachment) {
        return FileKind.ofMediaType(attachment.type())
                .filter(FileKind::picture)
                .orElseThrow(() -> Refusal.notFound(
                        "no-public-copy",
                        "附件“%s”不是图片，没有公开副本和缩略图",
                        "The attachment \"%s\" is no picture and has no public copy",
                        attachment.name()));
    }

    /**
     * A picture made small, as JPEG, upright. Refused: {@code no-public-copy} when it is no picture, {@code no-thumbnail} when it cannot be drawn.
     *
     * @param side most pixels on a side, {@value #LEAST_SIDE} to {@value #MOST_SIDE}
     */
    public byte[] thumbnail(Attachment attachment, int side) {
        FileKind kind = picture(attachment);
        return thumbnails.get(new Small(attachment.sha256(), side), small -> draw(attachment, kind, side));
    }

    private byte[] draw(Attachment attachment, FileKind kind, int side) {
        try {
            return Thumbnail.of(archive.file(attachment.sha256()), kind, side);
        } catch (IOException broken) {
            throw Refusal.unprocessable(
                    "no-thumbnail", "图片“%s”无法绘制缩略图", "No small picture can be drawn of \"%s\"", attachment.name());
        }
    }

    /** The photos of a subject, small, for a page: at most {@value #MOST_ON_A_PAGE}; those that cannot be drawn are left out. */
    public List<Photos.Photo> photos(String ledger, String subject) {
        return of(ledger, subject).stream()
                .filter(this::isPicture)
                .limit(MOST_ON_A_PAGE)
                .flatMap(one -> photo(one).stream())
                .toList();
    }

    private Optional<Photos.Photo> photo(Attachment attachment) {
        try {
            String jpeg = Base64.getEncoder().encodeToString(thumbnail(attachment, USUAL_SIDE));
            return Optional.of(new Photos.Photo(attachment.name(), jpeg));
        } catch (Refusal undrawable) {
            return Optional.empty();
        }
    }
}
