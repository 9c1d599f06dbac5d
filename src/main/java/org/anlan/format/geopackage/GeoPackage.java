package org.anlan.format.geopackage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureSource;
import org.anlan.format.HandInFile;
import org.anlan.format.NotedSource;
import org.anlan.format.SingleFileFormat;

/**
 * A GeoPackage as it is handed in (OGC 12-128r18, up to version 1.4): a layer for each table of features or attributes it lists.
 * Coordinates are x (longitude, easting), then y, whatever the axis order of the system; heights and measures are dropped. The number
 * of a row ({@code fid}) is no field.
 *
 * <p>Refusals: {@code not-a-geopackage} for another SQLite file, {@code gpkg-broken}, {@code gpkg-no-layers}.
 */
public final class GeoPackage {

    /** How a hand-in is opened as a GeoPackage. */
    public static final SingleFileFormat FORMAT =
            new SingleFileFormat(Set.of("gpkg"), (file, name, options) -> Optional.of(open(file)));

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Duration VIEW_TIME = Duration.ofSeconds(60);

    private GeoPackage() {}

    /** Whether a file that begins so is an SQLite database, as a GeoPackage is. */
    public static boolean looksLikeDatabase(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Opens a file. It is read where it lies; nothing of it is kept open between the readers. */
    public static HandInFile open(Path file) throws IOException {
        return HandInFile.of(layers(file, VIEW_TIME));
    }

    static List<FeatureSource> layers(Path file, Duration viewTime) throws IOException {
        try (var in = Files.newInputStream(file)) {
            if (!looksLikeDatabase(in.readNBytes(MAGIC.length))) {
                throw notAGeoPackage();
            }
        }
        try (Connection connection = Opened.readOnly(file)) {
            Effort effort = new Effort(Files.size(file), viewTime);
            effort.watch(connection);
            Contents contents = new Contents(file, connection, viewTime);
            if (!contents.areThere()) {
                throw notAGeoPackage();
            }
            contents.read();
            return noted(contents);
        } catch (SQLException damaged) {
            throw Damage.refusal(damaged);
        }
    }

    private static List<FeatureSource> noted(Contents contents) {
        if (contents.layers().isEmpty()) {
            throw Refusal.unprocessable(
                    "gpkg-no-layers",
                    "GeoPackage 中没有可读取的图层（未读取：%s）；请确认其中有矢量图层或属性表",
                    "The GeoPackage has no layer that can be read (left unread: %s); see that it holds feature layers or tables",
                    listed(contents.unread()));
        }
        if (contents.unread().isEmpty()) {
            return contents.layers();
        }
        FeatureSource first = contents.layers().get(0);
        Finding note = Finding.ofFile(
                "gpkg.left-unread",
                Severity.WARNING,
                first.name(),
                Text.of(
                        "GeoPackage 中有内容没有读取：%s（影像瓦片、过于复杂的视图或损坏的表）；如需要请导出为普通图层",
                        "parts of the GeoPackage were not read: %s (tiles, views that are too complex, damaged tables); export them as plain layers if needed",
                        listed(contents.unread())));
        List<FeatureSource> layers = new ArrayList<>(contents.layers());
        layers.set(0, new NotedSource(first, List.of(note)));
        return List.copyOf(layers);
    }

    private static String listed(List<String> names) {
        return names.isEmpty()
                ? "–"
                : String.join(", ", names.subList(0, Math.min(5, names.size()))) + (names.size() > 5 ? " …" : "");
    }

    private static Refusal notAGeoPackage() {
        return Refusal.unprocessable(
                "not-a-geopackage",
                "文件不是 GeoPackage（可能是普通 SQLite 数据库或只是改了扩展名）；请在 GIS 软件中导出为 GeoPackage",
                "The file is no GeoPackage (perhaps a plain SQLite database, or only renamed); export it as a GeoPackage from a GIS");
    }
}
