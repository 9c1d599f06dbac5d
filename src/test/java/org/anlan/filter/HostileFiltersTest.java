package org.anlan.filter;

import static org.anlan.filter.Probe.json;
import static org.anlan.filter.Probe.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.anlan.base.Refusal;
import org.anlan.geo.CrsList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent as a filter, the answer is a filter or a refusal. */
class HostileFiltersTest {

    private static final List<String> SCRAPS = List.of(
            "name",
            "flag",
            "geometry",
            "day",
            "whole",
            "AND",
            "OR",
            "NOT",
            "LIKE",
            "BETWEEN",
            "IN",
            "IS",
            "NULL",
            "TRUE",
            "(",
            ")",
            "(",
            ")",
            ",",
            "=",
            "<>",
            "<",
            "+",
            "-",
            "*",
            "/",
            "%",
            "^",
            "div",
            "1",
            "-2.5e3",
            ".",
            "1.",
            "'a'",
            "'",
            "''",
            "\"",
            "\\",
            "POINT(1 2)",
            "POLYGON((0 0,1 0,1 1,0 0))",
            "POINT",
            "EMPTY",
            "Z",
            "BBOX(1,2,3,4)",
            "S_INTERSECTS(",
            "T_DURING(",
            "INTERVAL('..','2020-01-01')",
            "DATE('2020-01-01')",
            "CASEI(",
            "length(",
            "[",
            "]",
            "\u0000",
            "\uD83C\uDF0A",
            "\uD800",
            "（",
            "　",
            "~",
            "NaN",
            "Infinity");

    @ParameterizedTest
    @ValueSource(ints = {65, 2_000, 30_000})
    void deepParenthesesAreRefused(int depth) {
        assertRefused("(".repeat(depth) + "flag" + ")".repeat(depth), "nested too deeply");
        assertRefused("(".repeat(depth), "nested too deeply");
        assertRefused("NOT ".repeat(Math.min(depth, 16_000)) + "flag", "nested too deeply");
        assertRefused("casei(".repeat(Math.min(depth, 10_000)) + "name", "nested too deeply");
        assertRefused("1" + "+1".repeat(depth) + " = 1", "nested too deeply");
        assertRefused("-(".repeat(depth) + "1" + ")".repeat(depth) + " = 1", "");
    }

    @Test
    void someNestingIsTaken() {
        assertThat(text("(".repeat(60) + "flag" + ")".repeat(60))).isEqualTo(text("flag"));
        assertThat(text("1" + " + 1".repeat(60) + " = 61")).isNotNull();
    }

    @Test
    void deepJsonIsRefused() {
        for (int depth : new int[] {65, 80, 5_000, 20_000}) {
            String not = "{\"op\":\"not\",\"args\":[";
            int most = Math.min(depth, 250_000 / (not.length() + 2));
            assertJsonRefused(not.repeat(most) + "true" + "]}".repeat(most));
            assertJsonRefused("[".repeat(depth) + "]".repeat(depth));
        }
    }

    @Test
    void hugeFiltersAreRefused() {
        assertRefused("flag " + " ".repeat(70_000), "too long");
        assertJsonRefused("{\"op\":\"=\",\"args\":[{\"property\":\"name\"},\"" + "x".repeat(300_000) + "\"]}");
        assertRefused("name IN (" + numbers(2_000, i -> "'" + i + "'") + ")", "1 to 1000");
        assertRefused(numbers(6_000, i -> "flag").replace(",", " OR "), "too large");
        assertRefused("name LIKE '" + "%a".repeat(1_000) + "'", "too long");
        assertRefused("whole = " + "9".repeat(500), "too long");
        assertRefused("S_INTERSECTS(geometry, MULTIPOINT(" + numbers(12_000, i -> "1 2") + "))", "10000 vertices");
        assertRefused("whole = 1e400", "out of range");
    }

    @Test
    void largeFiltersAreTaken() {
        assertThat(text("name IN (" + numbers(1_000, i -> "'" + i + "'") + ")")).isNotNull();
        assertThat(text(numbers(4_000, i -> "flag").replace(",", " OR "))).isNotNull();
        assertThat(text("S_INTERSECTS(geometry, LINESTRING(" + numbers(9_000, i -> "1 " + i % 90) + "))"))
                .isNotNull();
    }

    @Test
    void aPatternThatTurnsBackOverAndOverEndsSoon() {
        String value = "a".repeat(20_000);
        assertThat(Probe.passes("name LIKE '" + "%a".repeat(400) + "b'", Probe.row("", value)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "'\u0000'",
                "name = '\u0000'",
                "name = '\uD800'",
                "\uD83C\uDF0A",
                "\"\"",
                "\"\" = 1",
                "'",
                "\"",
                "\\"
            })
    void oddCharactersAreRefused(String filter) {
        assertRefused(filter, "");
    }

    @Test
    void namesOfEmojiAreOnlyUnknown() {
        assertRefused("\uD83C\uDF0A = 1", "no queryable property \"\uD83C\uDF0A\"");
    }

    @Test
    void absurdNumbersInJsonAreRefused() {
        assertJsonRefused("{\"op\":\"=\",\"args\":[{\"property\":\"whole\"},NaN]}");
        assertJsonRefused("{\"op\":\"=\",\"args\":[{\"property\":\"whole\"},1e999999999]}");
        assertJsonRefused(
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[1,2,3,1e999999999]}]}");
        assertThat(json("{\"op\":\"=\",\"args\":[{\"property\":\"whole\"},1e-999999999]}"))
                .isEqualTo(text("whole = 0"));
        assertThat(json("{\"op\":\"=\",\"args\":[{\"property\":\"whole\"},9007199254740993]}"))
                .isEqualTo(text("whole = 9007199254740993"));
    }

    @Property(tries = 3_000)
    void scrapsOfFiltersGiveAFilterOrARefusal(@ForAll("scraps") String filter) {
        assertFilterOrRefusal(filter);
    }

    @Property(tries = 1_000)
    void anyTextGivesAFilterOrARefusal(@ForAll String filter) {
        assertFilterOrRefusal(filter);
    }

    @Property(tries = 1_000)
    void anyBytesGiveAFilterOrARefusal(@ForAll byte[] bytes) {
        Throwable thrown = catchThrowable(() -> Cql.json(bytes, Probe.QUERYABLES));
        assertThat(thrown == null || thrown instanceof Refusal).as("%s", thrown).isTrue();
    }

    @Test
    void damagedFiltersGiveAFilterOrARefusal() {
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            Sample sample = new Samples(random).condition(3);
            byte[] json = sample.json().getBytes(StandardCharsets.UTF_8);
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
            Throwable thrown = catchThrowable(() -> Cql.json(json, Probe.QUERYABLES));
            assertThat(thrown == null || thrown instanceof Refusal)
                    .as("%s", thrown)
                    .isTrue();
            int cut = random.nextInt(sample.cql().length());
            assertFilterOrRefusal(sample.cql().substring(0, cut)
                    + SCRAPS.get(random.nextInt(SCRAPS.size()))
                    + sample.cql().substring(cut));
        }
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(SCRAPS).list().ofMaxSize(14).map(list -> String.join(" ", list));
    }

    private static void assertFilterOrRefusal(String filter) {
        Throwable thrown = catchThrowable(() -> {
            Expression read = text(filter);
            assertThat(text(CqlText.write(read))).isEqualTo(read);
            Filter.of(read, CrsList.CGCS2000, false, revision -> Probe.BEGIN)
                    .rowFilter()
                    .passes(Probe.row("POINT (1 1)", "a", "b"));
        });
        assertThat(thrown == null || thrown instanceof Refusal)
                .as("%s gives %s", filter, thrown)
                .isTrue();
    }

    private static void assertRefused(String filter, String reason) {
        assertThatThrownBy(() -> text(filter))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bad-filter")
                .hasMessageContaining(reason);
    }

    private static void assertJsonRefused(String filter) {
        assertThatThrownBy(() -> json(filter)).isInstanceOf(Refusal.class).hasMessageContaining("bad-filter");
    }

    private static String numbers(int count, java.util.function.IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(","));
    }
}
