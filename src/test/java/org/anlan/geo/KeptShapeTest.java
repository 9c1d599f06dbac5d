package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A shape that formats write in several ways is kept in one. */
class KeptShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((0 0, 1 0, 1 1, 0 0))                     | POLYGON ((0 0, 1 1, 1 0, 0 0))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))              | POLYGON ((0 0, 1 1, 1 0, 0 0))",
                "MULTILINESTRING ((0 0, 1 0))                       | LINESTRING (0 0, 1 0)",
                "MULTIPOINT ((3 4))                                 | POINT (3 4)",
                "MULTIPOINT ((3 4), (5 6))                          | MULTIPOINT ((3 4), (5 6))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 6, 6 5, 5 5))) "
                        + "| MULTIPOLYGON (((0 0, 1 1, 1 0, 0 0)), ((5 5, 6 6, 6 5, 5 5)))"
            })
    void oneShapeIsKeptInOneWay(String given, String kept) throws ParseException {
        assertThat(KeptShape.of(new WKTReader().read(given)).toText()).isEqualTo(kept.strip());
    }
}
