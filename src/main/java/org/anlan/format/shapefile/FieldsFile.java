package org.anlan.format.shapefile;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anlan.format.OutField;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The {@code <name>-fields.csv} beside our shapefiles: which name of ten bytes stands for which field, and what it is called. */
final class FieldsFile {

    /** What its name ends in, before the extension. */
    static final String SUFFIX = "-fields";

    private static final List<String> HEADER = List.of("短名 short", "全名 name", "中文 zh", "英文 en", "类型 type");
    private static final int MOST_BYTES = 1 << 20;

    private FieldsFile() {}

    /** Writes it: UTF-8 with a byte order mark, which office programs need to read Chinese. */
    static void write(Path file, List<OutField> fields, Map<String, String> names) throws IOException {
        try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            CSVPrinter csv = new CSVPrinter(out, CSVFormat.DEFAULT);
            csv.printRecord(HEADER);
            for (OutField field : fields) {
                csv.printRecord(
                        names.get(field.name()),
                        field.name(),
                        field.label().zh(),
                        field.label().en(),
                        field.type().name().toLowerCase(Locale.ROOT));
            }
            csv.flush();
        }
    }

    /** The whole names by the short ones; empty when the file is not one of ours. */
    static Map<String, String> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Map.of();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\uFEFF", "");
        if (!text.startsWith(String.join(",", HEADER))) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        try (Reader in = new java.io.StringReader(text);
                CSVParser csv = CSVFormat.DEFAULT.parse(in)) {
            for (CSVRecord row : csv) {
                if (row.getRecordNumber() > 1 && row.size() > 1 && !row.get(1).isBlank()) {
                    names.put(row.get(0), row.get(1));
                }
            }
        } catch (java.io.UncheckedIOException | IllegalStateException broken) {
            return Map.of();
        }
        return names;
    }
}
