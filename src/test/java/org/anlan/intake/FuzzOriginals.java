package org.anlan.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anlan.export.Export;
import org.anlan.export.ExportFile;
import org.anlan.export.ExportRequest;
import org.anlan.format.OutFormats;
import org.anlan.format.Zips;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;

/** Small valid hand-ins of every format that we read by ourselves: the demonstration's own, and its layers as we write them. */
final class FuzzOriginals {

    private static final List<String> LAYERS = List.of("wetlands", "aquaculture", "projects");
    private static final Path OUTFALLS = Path.of("data/shishi/intake/outfall-list-gbk.csv");
    private static final Charset GBK = Charset.forName("GBK");

    private FuzzOriginals() {}

    /**
     * A file to be damaged.
     *
     * @param kind of a format; every kind gets the same share of the cases
     * @param name under which it is handed in
     * @param bytes what it holds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Original(String kind, String name, byte[] bytes) {}

    /** All of them by kind, made with an installation that holds the demonstration. */
    static Map<String, List<Original>> byKind(Installed demo) throws IOException {
        Map<String, List<Original>> kinds = new LinkedHashMap<>();
        for (Original original : all(demo)) {
            kinds.computeIfAbsent(original.kind(), kind -> new ArrayList<>()).add(original);
        }
        return kinds;
    }

    private static List<Original> all(Installed demo) throws IOException {
        List<Original> all = new ArrayList<>();
        for (String name : List.of("JSXM.zip", "ZRBHD.zip", "SDQHYZ.zip")) {
            all.add(new Original("zip", name, Files.readAllBytes(Shishi.handIn(name))));
        }
        Export export = new Export(demo.catalog(), demo.store());
        for (String layer : LAYERS) {
            for (var format : OutFormats.all()) {
                ExportFile file = export.prepare(ExportRequest.of(layer, format.word()));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                file.write(bytes);
                all.add(new Original(format.extension(), file.fileName(), bytes.toByteArray()));
                if (format.word().equals("kml")) {
                    byte[] kmz = Zips.of(Map.of("doc.kml", bytes.toByteArray()));
                    all.add(new Original("kmz", layer + ".kmz", kmz));
                }
                if (format.word().equals("geojson")) {
                    all.add(new Original("ndjson", layer + ".ndjson", lines(bytes.toByteArray())));
                }
            }
        }
        String list = Files.readString(OUTFALLS, GBK);
        String head = list.lines().limit(20).collect(Collectors.joining("\r\n"));
        all.add(new Original("csv", "outfalls.csv", head.getBytes(GBK)));
        return all;
    }

    /** The features of a collection, each on a line of its own. */
    private static byte[] lines(byte[] collection) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (JsonNode feature : new ObjectMapper().readTree(collection).path("features")) {
            lines.append(feature).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
