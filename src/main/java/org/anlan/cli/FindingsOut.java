package org.anlan.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.format.OutFormat;
import org.anlan.format.OutFormats;
import org.anlan.intake.FindingsFile;

/**
 * The file that findings are left in.
 *
 * @param file where
 * @param format told by its extension
 */
record FindingsOut(Path file, OutFormat format) {

    private static final List<String> OFFERED = List.of("geojson", "csv", "xlsx");

    /** Refused ({@code unknown-format}) when the extension names no format: better before the check than behind it. */
    static FindingsOut of(Path file) {
        String name = file.getFileName().toString();
        String word = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<OutFormat> format = Optional.of(word).filter(OFFERED::contains).flatMap(OutFormats::byWord);
        return new FindingsOut(file, format.orElseThrow(() -> unknown(name)));
    }

    private static Refusal unknown(String name) {
        return Refusal.invalid(
                "unknown-format",
                "检查结果不能存为“%s”；可用的扩展名：%s",
                "Findings cannot be written as \"%s\"; the extensions that can: %s",
                name,
                OFFERED.stream()
                        .filter(word -> OutFormats.byWord(word).isPresent())
                        .collect(Collectors.joining(", ")));
    }

    void write(List<Finding> findings) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            FindingsFile.write(findings, format, out);
        }
    }
}
