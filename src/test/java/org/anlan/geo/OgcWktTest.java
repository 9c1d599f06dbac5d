package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OgcWktTest {

    @Test
    void everyListedSystemIsWrittenAsGdalWritesIt() {
        List<GdalTable.Wkt> texts = GdalTable.texts().stream()
                .filter(wkt -> wkt.form().equals("wkt1"))
                .toList();
        assertThat(texts).hasSameSizeAs(CrsList.all());
        for (GdalTable.Wkt wkt : texts) {
            assertThat(OgcWkt.of(CrsList.byCode(wkt.epsg()).orElseThrow())).isEqualTo(wkt.text());
        }
    }

    @Test
    void whatIsWrittenIsRecognised() {
        for (Crs crs : CrsList.all()) {
            assertThat(PrjMatcher.match(OgcWkt.of(crs))).contains(crs);
        }
    }
}
