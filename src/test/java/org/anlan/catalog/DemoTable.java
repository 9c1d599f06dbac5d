package org.anlan.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A table of the demonstration data as the catalogue's tests see it: texts only, blank where there is no value.
 *
 * @param name the layer's name in the file
 * @param fields names of the columns
 * @param rows the rows, by column
 */
record DemoTable(String name, Set<String> fields, List<Map<String, String>> rows) {

    static final Path FOLDER = Path.of("data/shishi");
    private static final Charset GBK = Charset.forName("GBK");

    /** The tables of the zips and CSV files in the demonstration folder and the GBK list. */
    static List<DemoTable> handIns() {
        List<DemoTable> tables = new ArrayList<>();
        files(FOLDER.resolve("handins"), ".zip").forEach(zip -> tables.addAll(ofZip(zip)));
        files(FOLDER, ".csv").forEach(csv -> tables.add(ofCsv(csv, StandardCharsets.UTF_8)));
        tables.add(ofCsv(FOLDER.resolve("intake/outfall-list-gbk.csv"), GBK));
        return tables;
    }

    /** The master layers, but not the unsmoothed shore, which is no layer of the catalogue. */
    static List<DemoTable> masters() {
        return files(FOLDER, ".geojson").stream()
                .filter(file -> !stem(file).startsWith("source-"))
                .map(DemoTable::ofGeoJson)
                .toList();
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DemoTable> ofZip(Path file) {
        List<DemoTable> tables = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile(), GBK)) {
            for (ZipEntry entry :
                    zip.stream().filter(e -> e.getName().endsWith(".dbf")).toList()) {
                tables.add(ofDbf(
                        stem(Path.of(entry.getName())),
                        zip.getInputStream(entry).readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private static DemoTable ofDbf(String name, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipNBytes(4);
        int records = Integer.reverseBytes(in.readInt());
        int headerBytes = Short.reverseBytes(in.readShort());
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (int at = 32; bytes[at] != 0x0D; at += 32) {
            widths.put(new String(bytes, at, 11, GBK).split("\0", 2)[0], bytes[at + 16] & 0xFF);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        int at = headerBytes;
        for (int record = 0; record < records; record++) {
            at++;
            Map<String, String> row = new LinkedHashMap<>();
            for (Map.Entry<String, Integer> field : widths.entrySet()) {
                row.put(
                        field.getKey(),
                        new String(bytes, at, field.getValue(), GBK)
                                .replaceFirst("^\\*+$", "")
                                .strip());
                at += field.getValue();
            }
            rows.add(row);
        }
        return new DemoTable(name, widths.keySet(), rows);
    }

    private static DemoTable ofCsv(Path file, Charset charset) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, charset, format)) {
            List<Map<String, String>> rows = new ArrayList<>();
            parser.forEach(row -> rows.add(row.toMap()));
            return new DemoTable(stem(file), new LinkedHashSet<>(parser.getHeaderNames()), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoTable ofGeoJson(Path file) {
        try {
            Set<String> fields = new LinkedHashSet<>();
            List<Map<String, String>> rows = new ArrayList<>();
            for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).path("features")) {
                Map<String, String> row = new LinkedHashMap<>();
                feature.path("properties")
                        .properties()
                        .forEach(e -> row.put(
                                e.getKey(),
                                e.getValue().isNull() ? "" : e.getValue().asText()));
                fields.addAll(row.keySet());
                rows.add(row);
            }
            return new DemoTable(stem(file), fields, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }
}
