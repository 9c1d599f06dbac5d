package org.anlan.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anlan.format.SourceField;
import org.anlan.format.shapefile.ShapeKind;
import org.anlan.format.shapefile.ShapefileWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Makes a coast to measure with: a swinging line off Fujian, cut into segments of 6.6 vertices on average, with the attributes of a survey in GBK; and
 * towns along it. The same seed gives the same coast.
 */
final class CoastMaker {

    private static final Charset GBK = Charset.forName("GBK");
    private static final double WEST = 117.0;
    private static final double EAST = 124.0;
    private static final double SOUTH = 23.5;
    private static final String PRJ =
            "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final String[][] TYPES = {
        {"自然岸线", "基岩"}, {"自然岸线", "砂质"}, {"自然岸线", "淤泥质"}, {"人工岸线", "港口码头"}, {"人工岸线", "防护堤"}, {"人工岸线", "养殖围堤"}
    };

    private final GeometryFactory shapes = new GeometryFactory();
    private final Path folder;

    CoastMaker(Path folder) {
        this.folder = folder;
    }

    /** A zip with a coastline of so many segments, the survey of 2024. */
    Path coast(int segments) throws IOException {
        return coast(segments, 2024, 1);
    }

    /**
     * A zip with the same coastline surveyed in another year.
     *
     * @param every how many segments were found to be of another type: each so-manieth; 1 = none
     */
    Path coast(int segments, int year, int every) throws IOException {
        List<SourceField> fields = List.of(
                text("AXBM", 20), new SourceField("DCNF", SourceField.Type.INTEGER, 4, 0), text("SFDL", 4), text("YJLX", 48), text("EJLX", 16),
                text("BHDJ", 16), text("GNKJ", 8), text("XZDM", 12), text("XZMC", 20), text("DM", 32),
                new SourceField("CD", SourceField.Type.NUMBER, 12, 3));
        Path parts = Files.createDirectories(folder.resolve(year == 2024 ? "coast-" + segments : "coast-" + segments + "-" + year));
        Random random = new Random(1);
        try (ShapefileWriter writer = new ShapefileWriter(parts, "AX", ShapeKind.LINE, fields, GBK, Optional.of(PRJ))) {
            Coordinate at = new Coordinate(WEST, SOUTH);
            for (int i = 1; i <= segments; i++) {
                String[] type = TYPES[random.nextInt(TYPES.length)];
                int town = town(at);
                Geometry line = segment(at, random);
                at = line.getCoordinates()[line.getNumPoints() - 1];
                String[] now = every > 1 && i % every == 0 ? TYPES[TYPES.length - 1] : type;
                writer.write(Optional.of(line), new Object[] {
                    "S" + i, (long) year, "是", now[0], now[1], "限制开发", "生态", "T" + town, "第" + town + "镇", "第" + i + "段岸线", null
                });
            }
        }
        return zip(parts, "AX");
    }

    /**
     * The vertices of a segment: the line goes east in steps of some 110 m and swings north and south like a coast; at the eastern end it starts anew,
     * farther north, as the next island would. It never crosses itself.
     */
    private Geometry segment(Coordinate from, Random random) {
        int vertices = 3 + random.nextInt(8);
        Coordinate[] points = new Coordinate[vertices];
        points[0] = from.x > EAST ? new Coordinate(WEST, from.y + 0.06) : from;
        for (int i = 1; i < vertices; i++) {
            double x = points[i - 1].x + 0.0003 + random.nextDouble() * 0.001;
            double swing = 0.02 * (Math.sin(x * 40) - Math.sin(points[i - 1].x * 40));
            points[i] = new Coordinate(x, points[i - 1].y + swing + (random.nextDouble() - 0.5) * 0.0004);
        }
        return shapes.createLineString(points);
    }

    private static int town(Coordinate at) {
        return Math.max(0, Math.min(99, (int) Math.floor((at.x - WEST + 1) * 10)));
    }

    /** A zip with a hundred towns, strips from west to east that cover the coast. */
    Path towns() throws IOException {
        Path parts = Files.createDirectories(folder.resolve("towns"));
        List<SourceField> fields = List.of(text("XZQDM", 12), text("XZQMC", 40));
        try (ShapefileWriter writer = new ShapefileWriter(parts, "XZQ_ZHEN", ShapeKind.POLYGON, fields, GBK, Optional.of(PRJ))) {
            for (int i = 0; i < 100; i++) {
                double west = WEST - 1 + i * 0.1;
                writer.write(Optional.of(strip(west, west + 0.1)), new Object[] {"T" + i, "第" + i + "镇"});
            }
        }
        return zip(parts, "XZQ_ZHEN");
    }

    /** A strip with many vertices on its borders, as real town borders have. */
    private Geometry strip(double west, double east) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i <= 500; i++) {
            ring.add(new Coordinate(west, 15 + i * 0.04));
        }
        for (int i = 500; i >= 0; i--) {
            ring.add(new Coordinate(east, 15 + i * 0.04));
        }
        ring.add(ring.get(0));
        return shapes.createPolygon(ring.toArray(new Coordinate[0]));
    }

    private static SourceField text(String name, int width) {
        return new SourceField(name, SourceField.Type.TEXT, width, 0);
    }

    private static Path zip(Path parts, String name) throws IOException {
        Path zip = parts.resolveSibling(parts.getFileName() + ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (String extension : List.of(".shp", ".shx", ".dbf", ".prj", ".cpg")) {
                entries.putNextEntry(new ZipEntry(name + extension));
                Files.copy(parts.resolve(name + extension), entries);
                entries.closeEntry();
            }
        }
        return zip;
    }
}
