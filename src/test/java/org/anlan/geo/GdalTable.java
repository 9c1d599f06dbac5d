package org.anlan.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What GDAL 3.6.2 says about the listed systems, kept as an independent source. */
final class GdalTable {

    /** One system with one place in both coordinates. */
    record Sample(
            int epsg,
            double meridian,
            double falseEasting,
            double scale,
            double semiMajorM,
            double inverse,
            double lon,
            double lat,
            double x,
            double y) {}

    /** One system's text in one spelling. */
    record Wkt(int epsg, String form, String text) {}

    private GdalTable() {}

    static List<Sample> samples() {
        return lines("crs-gdal.tsv").stream()
                .map(c -> new Sample(
                        Integer.parseInt(c[0]),
                        number(c[2]),
                        number(c[3]),
                        number(c[4]),
                        number(c[5]),
                        number(c[6]),
                        number(c[7]),
                        number(c[8]),
                        number(c[9]),
                        number(c[10])))
                .toList();
    }

    static List<Wkt> texts() {
        return lines("wkt-gdal.tsv").stream()
                .map(c -> new Wkt(Integer.parseInt(c[0]), c[1], c[2]))
                .toList();
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }

    private static List<String[]> lines(String name) {
        try (InputStream in = GdalTable.class.getResourceAsStream("/geo/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
