package org.anlan.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.format.FeatureSource;
import org.anlan.format.Formats;
import org.anlan.format.HandInFile;
import org.anlan.format.OpenOptions;
import org.anlan.store.Extent;

/** A file with its layers open, each in the encoding that was chosen for it. */
public final class OpenHandIn implements Closeable {

    private final Path file;
    private final String fileName;
    private final Choices choices;
    private final List<HandInFile> files = new ArrayList<>();
    private final List<FeatureSource> sources = new ArrayList<>();

    OpenHandIn(Path file, String fileName, Choices choices) throws IOException {
        this.file = file;
        this.fileName = fileName;
        this.choices = choices;
        try {
            List<FeatureSource> plain = open(Optional.empty()).layers();
            for (int i = 0; i < plain.size(); i++) {
                Optional<Charset> encoding = choices.part(i).encoding().map(OpenHandIn::charset);
                sources.add(
                        encoding.isEmpty()
                                ? plain.get(i)
                                : open(encoding).layers().get(i));
            }
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /**
     * Looks into a file without an installation, and closes it again. A file that cannot be opened is refused with the reason.
     *
     * @param file where it lies
     * @param fileName its name
     * @param choices what is known about it already
     * @param home where the area of interest lies
     */
    public static Inspection inspect(
            Catalog catalog, Path file, String fileName, Choices choices, Optional<Extent> home) throws IOException {
        try (OpenHandIn opened = new OpenHandIn(file, fileName, choices)) {
            return opened.inspection(new Inspector(catalog, home, new SavedMappings(Optional.empty()), true));
        }
    }

    private HandInFile open(Optional<Charset> encoding) throws IOException {
        HandInFile opened = Formats.open(file, fileName, new OpenOptions(encoding, OpenOptions.Limits.DEFAULT));
        files.add(opened);
        return opened;
    }

    List<FeatureSource> sources() {
        return sources;
    }

    Choices choices() {
        return choices;
    }

    Inspection inspection(Inspector inspector) throws IOException {
        List<Inspection.Part> parts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            parts.add(inspector.look(i, sources.get(i), choices.part(i)));
        }
        return new Inspection(parts);
    }

    @Override
    public void close() throws IOException {
        for (HandInFile opened : files) {
            opened.close();
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
