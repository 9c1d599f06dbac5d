package org.anlan.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.base.Refusal;
import org.anlan.format.archive.LooseParts;
import org.anlan.intake.Intake;
import org.anlan.store.Upload;

/**
 * A file named on the command line. A .shp brings the files beside it along, packed into one zip.
 *
 * @param name what it is called as a hand-in
 * @param path where its bytes lie
 * @param leftover what has to be removed behind it
 */
record HandedIn(String name, Path path, Closeable leftover) implements Closeable {

    /** The file; refused ({@code no-such-file}) when it is not there. */
    static HandedIn of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.notFound("no-such-file", "没有文件 %s", "There is no file %s", file);
        }
        if (!LooseParts.isShapes(file.getFileName().toString())) {
            return new HandedIn(file.getFileName().toString(), file, () -> {});
        }
        LooseParts packed = LooseParts.beside(file);
        return new HandedIn(packed.name(), packed.zip(), packed);
    }

    /** Hands it in, with what the options say. */
    Upload receive(Intake intake, HandInOptions options) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            Upload upload = intake.receive(name, bytes);
            return intake.choose(upload, options.choices(intake.inspect(upload)));
        }
    }

    @Override
    public void close() throws IOException {
        leftover.close();
    }
}
