package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.anlan.base.Severity;
import org.anlan.support.Installed;
import org.anlan.support.Rows;
import org.anlan.support.Rows.Kept;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The list of outfalls as an office sends it: GBK, Chinese headings, ten rows in degrees, minutes and seconds. */
class OutfallListIntakeTest {

    private static final Path LIST = Path.of("data", "shishi", "intake", "outfall-list-gbk.csv");
    /** Half of the last digit that the list gives: 0.000001°, and 0.01″ in the rows with seconds. */
    private static final double DECIMAL = 0.5e-6 + 1e-9;

    private static final double SECONDS = 0.005 / 3600 + 1e-9;
    private static final Set<Integer> IN_SECONDS = Set.of(8, 30, 59, 84, 112, 140, 167, 202, 234, 271);

    @TempDir
    Path folder;

    private Installed demo;

    @BeforeEach
    void openWithRegions() throws IOException {
        demo = Installed.fresh(folder.resolve("data"));
        demo.commit(Shishi.handIn("XZQH.zip"));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void itIsRecognisedAndItsPlacesToo() throws IOException {
        Inspection.Part part = demo.intake().inspect(demo.receive(LIST)).parts().get(0);

        assertThat(part.layer()).contains("outfalls");
        assertThat(part.crs().how()).isEqualTo(Inspection.How.DECLARED);
        assertThat(part.crs().code()).contains("EPSG:4490");
        assertThat(part.crs().reason().zh()).contains("“经度”“纬度”").doesNotContain("文件写明");
        assertThat(part.findings()).isEmpty();
    }

    @Test
    void everyOutfallLiesWhereItIsWithoutAnyChoice() throws IOException {
        Intake.Outcome outcome = demo.commit(LIST);

        assertThat(outcome.report().findings())
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .isEmpty();
        Map<String, Coordinate> expected = master();
        Map<String, Kept> kept =
                Rows.byId(Rows.current(demo.store(), demo.catalog().layer("outfalls")));
        assertThat(kept).hasSize(292);
        int lon = demo.catalog().layer("outfalls").indexOf("lon");
        kept.forEach((id, outfall) -> {
            int number = Integer.parseInt(id.substring(10, 14));
            double tolerance = IN_SECONDS.contains(number) ? SECONDS : DECIMAL;
            Coordinate is = point(outfall.wkt());
            assertThat(Math.abs(is.x - expected.get(id).x)).as(id).isLessThan(tolerance);
            assertThat(Math.abs(is.y - expected.get(id).y)).as(id).isLessThan(tolerance);
            assertThat(outfall.values().get(lon)).as(id).isEqualTo(is.x);
        });
    }

    private static Coordinate point(String wkt) {
        try {
            return new WKTReader().read(wkt).getCoordinate();
        } catch (ParseException e) {
            throw new AssertionError(wkt, e);
        }
    }

    private static Map<String, Coordinate> master() throws IOException {
        Map<String, Coordinate> places = new HashMap<>();
        for (JsonNode feature : new ObjectMapper()
                .readTree(Path.of("data", "shishi", "outfalls.geojson").toFile())
                .path("features")) {
            JsonNode xy = feature.path("geometry").path("coordinates");
            places.put(
                    feature.path("properties").path("outfall_code").asText(),
                    new Coordinate(xy.get(0).asDouble(), xy.get(1).asDouble()));
        }
        return places;
    }
}
