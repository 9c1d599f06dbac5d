package org.anlan.attachments.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.attachments.kind.FileKind;

/** A picture as it may be given to everybody: without place, time, camera and owner. */
public final class PublicCopy {

    private PublicCopy() {}

    /** Writes it; fails when the picture is broken or cut off. */
    public static void write(Path file, FileKind kind, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (kind == FileKind.PNG) {
                PngCopy.write(in, out);
            } else {
                JpegCopy.write(in, out, PhotoNotes.of(file).orientation());
            }
        }
    }
}
