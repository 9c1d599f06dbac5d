package org.anlan.filter;

import static org.anlan.filter.Probe.json;
import static org.anlan.filter.Probe.text;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.anlan.support.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter is the same in text and in JSON, and written as text it is read as the same. */
class EncodingsTest {

    @Property(tries = 2_000)
    @Requirement({
        "cql2/cql2-json/basic-cql2",
        "cql2/cql2-json/advanced-comparison-operators",
        "cql2/cql2-json/case-insensitive-comparison",
        "cql2/cql2-json/accent-insensitive-comparison",
        "cql2/cql2-json/basic-spatial-functions",
        "cql2/cql2-json/basic-spatial-functions-plus",
        "cql2/cql2-json/spatial-functions",
        "cql2/cql2-json/temporal-functions",
        "cql2/cql2-json/property-property",
        "cql2/cql2-json/functions",
        "cql2/cql2-json/arithmetic"
    })
    void textAndJsonSayTheSame(@ForAll("samples") Sample sample) {
        Expression read = text(sample.cql());
        assertThat(json(sample.json())).isEqualTo(read);
        assertThat(text(CqlText.write(read))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = 'a\\\\''b'",
                "name = 'a\\'b'",
                "name = 'a\\\\'",
                "name = '\\\\'''",
                "name = ''''''",
                "-9223372036854775808 < whole AND 1.5e-7 > number AND 1e300 > number",
                "flag AND (name = 'a' OR name = 'b') AND NOT (flag OR flag)",
                "flag AND (flag AND (flag AND NOT flag)) OR (flag OR flag)",
                "(1 + 2) * 3 - (4 - 5) = -2 ^ 2 * (-whole)",
                "recorded > TIMESTAMP('2024-01-01T00:00:00.123456789+08:00')",
                "T_AFTER(INTERVAL(day, recorded), INTERVAL('..', '2020-01-01'))",
                "S_INTERSECTS(GEOMETRYCOLLECTION(POINT(-1e-7 2), POLYGON((0 0, 3 0, 3 3, 0 0), (1.5 1, 2 1, 2 1.5, 1.5 1))), geometry)",
                "S_WITHIN(geometry, BBOX(170, -5.5, -170, 1e-3))",
                "(name IS NULL) = (flag IN (TRUE, flag))",
                "CASEI(ACCENTI(name)) LIKE CASEI(ACCENTI('%x\\_'))",
                "'a' = 'b' AND 1 = 2 AND DATE('2020-01-01') < TIMESTAMP('2020-01-01T00:00:00Z')",
            })
    void whatIsWrittenIsReadAsTheSame(String filter) {
        Expression read = text(filter);
        assertThat(text(CqlText.write(read))).as(CqlText.write(read)).isEqualTo(read);
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.randomValue(random -> new Samples(random).condition(4));
    }
}
