package org.anlan.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.analysis.Analyses;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.geo.Geodesy;
import org.anlan.store.NewFeature;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** The share of a built-up area within 500 m of a park, in an installation whose own catalogue has both. */
class ParkReachTest {

    private static final String LAYER =
            """
            {"id": "%s", "title": {"zh": "%s", "en": "%s"}, "about": {"zh": "试", "en": "trial"},
             "geometry": "polygon", "geometryRequired": true,
             "fields": [{"name": "code", "type": "text", "label": {"zh": "编码", "en": "Code"}, "required": true}],
             "idFields": ["code"],
             "style": {"minZoom": 0, "order": 1, "visible": true, "symbols": [{"stroke": "#333333", "width": 1, "pattern": "solid"}]}}
            """;

    @TempDir
    Path folder;

    @Test
    void theShareIsThatOfASquareWithRoundedCorners() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("parks.json"), LAYER.formatted("parks", "公园绿地", "Parks"), StandardCharsets.UTF_8);
        Files.writeString(
                own.resolve("built-up.json"), LAYER.formatted("built-up", "建成区", "Built-up"), StandardCharsets.UTF_8);
        Catalog catalog = CatalogReader.load(Optional.of(own));
        try (Store store = SqliteStore.open(folder.resolve("data"), catalog)) {
            keep(store, catalog, "built-up", box(118.60, 24.70, 118.64, 24.74));
            keep(store, catalog, "parks", box(118.615, 24.715, 118.625, 24.725));
            indicatorEight(store, catalog);
            IndicatorsFigure.Row row = Analyses.over(catalog, store, Optional.of(own))
                    .indicators()
                    .figure(new Indicators.Question(OptionalLong.of(8), Optional.empty(), OptionalLong.empty()))
                    .rows()
                    .get(0);
            double width = Geodesy.distanceM(118.615, 24.72, 118.625, 24.72);
            double height = Geodesy.distanceM(118.62, 24.715, 118.62, 24.725);
            double reached = width * height + 2 * 500 * (width + height) + Math.PI * 500 * 500;
            assertThat(row.details().get(0).part()).isCloseTo(reached, within(reached * 0.003));
            assertThat(row.current().orElseThrow().value().orElseThrow())
                    .isCloseTo(reached / Geodesy.areaM2(box(118.60, 24.70, 118.64, 24.74)) * 100, within(0.1));
            assertThat(row.state()).as("short of 80 % after the target year").isEqualTo(IndicatorsFigure.State.MISSED);
        }
    }

    private static void indicatorEight(Store store, Catalog catalog) {
        var layer = catalog.layer("indicators");
        Object[] values = new Object[layer.fields().size()];
        values[layer.indexOf("no")] = 8L;
        values[layer.indexOf("name")] = "城市公园绿地500米服务半径覆盖率";
        values[layer.indexOf("target_2025")] = "80";
        values[layer.indexOf("target_comparator")] = "equal";
        values[layer.indexOf("target_number")] = 80.0;
        Rows.commit(
                store,
                layer,
                List.of(""),
                List.of(new NewFeature("8", Optional.empty(), 0, 0, values, Optional.empty())));
    }

    private static void keep(Store store, Catalog catalog, String layer, Geometry shape) {
        Rows.commit(
                store,
                catalog.layer(layer),
                List.of(""),
                List.of(new NewFeature(
                        "A", Optional.of(shape), 0, Geodesy.areaM2(shape), new Object[] {"A"}, Optional.empty())));
    }

    private static Geometry box(double west, double south, double east, double north) {
        return Rows.shape(String.format(
                        Locale.ROOT,
                        "POLYGON((%1$f %2$f,%3$f %2$f,%3$f %4$f,%1$f %4$f,%1$f %2$f))",
                        west,
                        south,
                        east,
                        north))
                .orElseThrow();
    }
}
