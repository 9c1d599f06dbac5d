package org.anlan.attachments.kind;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that a ledger takes. */
public enum FileKind {
    /** A photo. */
    JPEG("image/jpeg", "jpg", "jpeg") {
        @Override
        boolean is(FileHead head) throws IOException {
            return head.startsWith(0xFF, 0xD8, 0xFF);
        }
    },
    /** A picture, a screenshot. */
    PNG("image/png", "png") {
        @Override
        boolean is(FileHead head) throws IOException {
            return head.startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        }
    },
    /** A document. */
    PDF("application/pdf", "pdf") {
        @Override
        boolean is(FileHead head) throws IOException {
            return head.startsWith('%', 'P', 'D', 'F', '-') && head.tail().contains("%%EOF");
        }
    },
    /** A text document, without macros. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx") {
        @Override
        boolean is(FileHead head) throws IOException {
            return head.isOffice("word/document.xml");
        }
    },
    /** A workbook, without macros. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") {
        @Override
        boolean is(FileHead head) throws IOException {
            return head.isOffice("xl/workbook.xml");
        }
    };

    private final String mediaType;
    private final String first;
    private final String other;

    FileKind(String mediaType, String ending) {
        this(mediaType, ending, ending);
    }

    FileKind(String mediaType, String first, String other) {
        this.mediaType = mediaType;
        this.first = first;
        this.other = other;
    }

    abstract boolean is(FileHead head) throws IOException;

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The endings that names of such files have, the usual one first. */
    public List<String> endings() {
        return first.equals(other) ? List.of(first) : List.of(first, other);
    }

    /** Whether it is a picture, which is shown small and copied without what the camera wrote. */
    public boolean picture() {
        return this == JPEG || this == PNG;
    }

    /** The kind of a file by its content, whatever its name says; empty when it is none of these. */
    public static Optional<FileKind> ofContent(Path file) throws IOException {
        FileHead head = FileHead.of(file);
        for (FileKind kind : values()) {
            if (kind.is(head)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The kind of a media type. */
    public static Optional<FileKind> ofMediaType(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(type))
                .findFirst();
    }
}
