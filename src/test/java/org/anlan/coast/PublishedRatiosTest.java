package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.Geodesy;
import org.anlan.store.NewFeature;
import org.anlan.support.Installed;
import org.anlan.support.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Ratios that were published with their lengths come out as printed, from segments of those lengths. */
class PublishedRatiosTest {

    private static final Geodesic EARTH = new Geodesic(Geodesy.SEMI_MAJOR_M, Geodesy.FLATTENING);
    private static final int SEGMENTS = 100;

    /** Taiwan: 1 101.61 of 1 960.73 km natural in 2008, 1 104.69 of 1 991.10 km in 2021. */
    @Test
    void theRatiosOfTaiwanComeOutAsPrinted(@TempDir Path folder) throws IOException {
        try (Installed installed = Installed.fresh(folder.resolve("data"))) {
            LayerDefinition layer = installed.catalog().layer("coastline");
            List<NewFeature> segments = new ArrayList<>();
            coast(layer, segments, 2008, 1101.61, 1960.73);
            coast(layer, segments, 2021, 1104.69, 1991.10);
            Rows.commit(installed.store(), layer, List.of(), segments);
            RetentionFigure then = ask(installed, 2008);
            RetentionFigure later = ask(installed, 2021);
            assertThat(then.total().ratioPercent().orElseThrow()).isCloseTo(56.18, within(0.005));
            assertThat(later.total().ratioPercent().orElseThrow()).isCloseTo(55.48, within(0.005));
            assertThat(then.total().totalM()).isCloseTo(1_960_730, within(0.01));
            assertThat(later.total().naturalM()).isCloseTo(1_104_690, within(0.01));
        }
    }

    private static RetentionFigure ask(Installed installed, int year) {
        return installed
                .retention()
                .figure(new Retention.Question(Optional.of(year), By.TYPE1, Optional.empty(), OptionalLong.empty()));
    }

    private static void coast(
            LayerDefinition layer, List<NewFeature> segments, long year, double naturalKm, double totalKm) {
        for (int i = 0; i < SEGMENTS; i++) {
            segments.add(segment(layer, year, "natural", i, 1000 * naturalKm / SEGMENTS));
            segments.add(segment(layer, year, "artificial", i, 1000 * (totalKm - naturalKm) / SEGMENTS));
        }
    }

    /** A segment of that length, to the north from a place of its own. */
    private static NewFeature segment(LayerDefinition layer, long year, String type1, int number, double lengthM) {
        double lon = 120 + 0.02 * number;
        double lat = type1.equals("natural") ? 22 : 24;
        GeodesicData end = EARTH.Direct(lat, lon, 0, lengthM);
        var line = new GeometryFactory()
                .createLineString(new Coordinate[] {new Coordinate(lon, lat), new Coordinate(end.lon2, end.lat2)});
        Object[] values = new Object[layer.fields().size()];
        values[layer.indexOf("survey_year")] = year;
        values[layer.indexOf("mainland")] = true;
        values[layer.indexOf("type1")] = type1;
        return new NewFeature(
                type1 + number + "@" + year, Optional.of(line), Geodesy.lengthM(line), 0, values, Optional.empty());
    }
}
