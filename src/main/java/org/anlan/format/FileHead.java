package org.anlan.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.format.archive.UnpackedZip;
import org.anlan.format.geopackage.GeoPackage;

/** The name and the first bytes of a file that was handed in: enough to tell what it is. */
final class FileHead {

    private static final int BYTES = 4096;
    private static final int SHOWN = 100;
    private static final Set<String> SHAPEFILE_PARTS = Set.of("shp", "shx", "dbf", "prj", "cpg", "sbn", "sbx");
    private static final Set<String> MAPINFO_PARTS = Set.of("tab", "map", "mif", "mid");

    private static final Set<String> SEQUENCES = Set.of("geojsonl", "geojsons", "ndjson", "jsonl");
    /** What begins each text of a sequence (RFC 8142). */
    private static final byte RECORD_SEPARATOR = 0x1E;

    private final String fileName;
    private final String extension;
    private final byte[] bytes;

    private FileHead(String fileName, byte[] bytes) {
        this.fileName = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = this.fileName.lastIndexOf('.');
        this.extension = dot < 0 ? "" : this.fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        this.bytes = bytes;
    }

    static FileHead of(Path file, String fileName) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileHead(fileName, in.readNBytes(BYTES));
        }
    }

    /**
     * The extension that fits the content: a database by its mark, JSON by its first brace, KML by its first element, text tables only by the name.
     */
    String extension() {
        if (GeoPackage.looksLikeDatabase(bytes)) {
            return "gpkg";
        }
        if (SEQUENCES.contains(extension) || (bytes.length > 0 && bytes[0] == RECORD_SEPARATOR)) {
            return "geojsonl";
        }
        if (begins("{") || (begins("[") && extension.endsWith("json"))) {
            return "geojson";
        }
        if (begins("<") && text().contains("<kml")) {
            return "kml";
        }
        return extension.equals("txt") ? "csv" : extension;
    }

    /** The name without folder and extension. */
    String base() {
        int dot = fileName.lastIndexOf('.');
        return dot <= 0 ? fileName : fileName.substring(0, dot);
    }

    /** Whether it is a zip, or calls itself one and shall be told that it is none. */
    boolean isZip() {
        return UnpackedZip.looksLikeZip(bytes) || (extension.equals("zip") && bytes.length > 0);
    }

    void refuseWhatIsKnownNotToBeRead(List<InFormat> formats) {
        if (bytes.length == 0) {
            throw Refusal.unprocessable("empty-file", "文件“%s”是空的", "The file “%s” is empty", shown());
        }
        boolean shapes = bytes.length > 3 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0x27 && bytes[3] == 0x0A;
        if (shapes || SHAPEFILE_PARTS.contains(extension)) {
            throw Refusal.unprocessable(
                    "loose-shapefile",
                    "“%s”只是 shapefile 的一部分；请把同名的 .shp、.shx、.dbf、.prj（以及 .cpg）压缩成一个 ZIP 后上传",
                    "“%s” is only one part of a shapefile; pack the .shp, .shx, .dbf and .prj of that name (and the .cpg) into one zip and hand that in",
                    shown());
        }
        if (MAPINFO_PARTS.contains(extension)) {
            throw Refusal.unprocessable(
                    "loose-mapinfo",
                    "“%s”只是 MapInfo 数据的一部分；请把同名的 .tab、.dat、.map、.id（或 .mif、.mid）压缩成一个 ZIP 后上传",
                    "“%s” is only one part of MapInfo data; pack the .tab, .dat, .map and .id (or the .mif and .mid) of that name into one zip and hand that in",
                    shown());
        }
        boolean ownMark = extension().equals("gpkg") || extension.equals("dxf");
        boolean utf16 = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
        if (!ownMark && !utf16 && hasNul()) {
            throw unknown(formats);
        }
    }

    Refusal unknown(List<InFormat> formats) {
        return Refusal.unprocessable(
                "unknown-format",
                "无法识别“%1$s”的格式；可以上传：%2$s",
                "The format of “%1$s” is not known; what can be handed in: %3$s",
                shown(),
                listed(formats, Text::zh, "、"),
                listed(formats, Text::en, ", "));
    }

    private static String listed(List<InFormat> formats, Function<Text, String> language, String comma) {
        return formats.stream()
                .filter(InFormat::available)
                .map(format -> language.apply(format.title()))
                .collect(Collectors.joining(comma));
    }

    private boolean begins(String mark) {
        return text().startsWith(mark);
    }

    private String text() {
        return new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    }

    private boolean hasNul() {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private String shown() {
        String printable = fileName.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
    }
}
