package org.anlan.filter;

import static org.anlan.filter.Probe.passes;
import static org.anlan.filter.Probe.row;
import static org.anlan.filter.Probe.text;
import static org.anlan.filter.Probe.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.anlan.store.Row;
import org.anlan.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operator by itself, on one feature. */
class OperatorsTest {

    private static final Row ROW = row(
            "LINESTRING (118 24, 118.1 24)",
            "Straße 100%",
            "é\uD83C\uDF0A",
            "sandy",
            2020L,
            9_007_199_254_740_993L,
            2.5,
            true,
            LocalDate.of(2020, 5, 1),
            LocalDate.of(2020, 6, 1));
    private static final Row BARE = row("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "survey_year = 2020",
                "survey_year = 2020.0",
                "survey_year < 2020.5 AND survey_year > 2019.999",
                "whole = 9007199254740993",
                "whole <> 9007199254740992",
                "whole > 9007199254740992.0",
                "number = 25e-1",
                "number <= 2.5 AND number >= 2.5",
                "2.5 = number",
                "survey_year <> number",
                "id = 'A1@2020'",
                "name >= 'Straße' AND name < 'Strb' OR name > 'Straz'",
                "flag",
                "flag = TRUE",
                "NOT flag = false",
                "flag > FALSE",
                "(survey_year > 5) = flag",
                "length_m = 1234.5 AND area_m2 = 678.25",
                "length(geometry) = 1234.5",
                "TRUE",
                "NOT FALSE",
                "name = 'x' OR survey_year = 2020 AND flag",
                "NOT (name = 'x' AND flag)",
                "NOT name = 'x' AND flag",
                "not name='x'and flag",
                "name IS NOT NULL",
                "geometry IS NOT NULL",
            })
    @Requirement({
        "cql2/basic-cql2/cql2-filter",
        "cql2/basic-cql2/property",
        "cql2/basic-cql2/binary-comparison-predicate",
        "cql2/cql2-text/basic-cql2"
    })
    void comparisonsAndLogicHold(String filter) {
        assertThat(verdict(filter, ROW)).as(filter).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name LIKE 'Straße%'",
                "name LIKE '%100\\%'",
                "name LIKE 'Stra_e 1__%'",
                "name LIKE '%a%e%0_'",
                "other LIKE '__'",
                "other LIKE '%\uD83C\uDF0A'",
                "name NOT LIKE 'straße%'",
                "CASEI(name) LIKE CASEI('STRASSE 100\\%')",
                "CASEI(name) = CASEI('strasse 100%')",
                "casei(name) in (casei('x'), casei('STRASSE 100%'))",
                "ACCENTI(other) LIKE accenti('É%') OR ACCENTI(other) LIKE ACCENTI('e%')",
                "ACCENTI(CASEI(other)) LIKE ACCENTI(CASEI('È%'))",
                "upper(name) = 'STRASSE 100%'",
                "lower(name) = 'straße 100%'",
                "survey_year BETWEEN 2019 AND 2020",
                "survey_year NOT BETWEEN 2021 AND 2030",
                "name BETWEEN 'S' AND 'T'",
                "day BETWEEN DATE('2020-01-01') AND last_day",
                "survey_year IN (1, 2020.0, 3)",
                "survey_year NOT IN (1, 2)",
                "name IN ('a', 'Straße 100%')",
                "number IN (survey_year, 5 / 2)",
                "flag IN (TRUE)",
                "day IN (DATE('2020-05-01'))",
            })
    @Requirement({
        "cql2/advanced-comparison-operators/like-predicate",
        "cql2/advanced-comparison-operators/between-predicate",
        "cql2/advanced-comparison-operators/in-predicate",
        "cql2/case-insensitive-comparison/casei-function",
        "cql2/accent-insensitive-comparison/accenti-function",
        "cql2/cql2-text/advanced-comparison-operators",
        "cql2/cql2-text/case-insensitive-comparison",
        "cql2/cql2-text/accent-insensitive-comparison"
    })
    void advancedComparisonsHold(String filter) {
        assertThat(verdict(filter, ROW)).as(filter).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "10 - 4 - 3 | 3",
                "7 / 2 | 3.5",
                "7 div 2 | 3",
                "-7 div 2 | -3",
                "-7.5 div 2 | -3",
                "-7 % 2 | -1",
                "7.5 % 2 | 1.5",
                "2 * 3 ^ 2 | 18",
                "-2 ^ 2 | 4",
                "2 ^ -1 | 0.5",
                "20 / 10 * 3 | 6",
                "100 div 7 % 4 | 2",
                "1 - -1 | 2",
                "1-1 | 0",
                "survey_year-20 | 2000",
                "-survey_year + 4040 | survey_year",
                "9223372036854775807 + 1 | 9223372036854775808",
                "whole + 1 | 9007199254740994",
                "number * 2 | 5",
            })
    @Requirement({"cql2/arithmetic/arithmetic", "cql2/cql2-text/arithmetic"})
    void arithmeticFollowsThePrecedenceOfTheStandard(String sum, String result) {
        assertThat(verdict(sum + " = " + result, ROW)).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "survey_year / 0 = 1",
                "survey_year % 0 = 1",
                "survey_year div 0 = 1",
                "1e300 * 1e300 > 0",
                "(-8) ^ 0.5 > 0"
            })
    void whatIsNoNumberIsUnknown(String filter) {
        assertThat(verdict(filter, ROW)).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name = 'x' | unknown",
                "name = other | unknown",
                "name LIKE '%' | unknown",
                "name IN ('x') | unknown",
                "survey_year IN (1, 2) | unknown",
                "survey_year BETWEEN 1 AND 2 | unknown",
                "flag | unknown",
                "flag = TRUE | unknown",
                "day < DATE('2020-01-01') | unknown",
                "T_INTERSECTS(day, INTERVAL('..', '..')) | unknown",
                "S_DISJOINT(geometry, POINT(1 1)) | unknown",
                "length(geometry) >= 0 | unknown",
                "name IS NULL | true",
                "geometry IS NULL | true",
                "survey_year + 1 IS NULL | true",
                "(name = 'x') IS NULL | true",
                "INTERVAL(day, last_day) IS NULL | true",
                "name = 'x' AND FALSE | false",
                "name = 'x' AND TRUE | unknown",
                "name = 'x' OR TRUE | true",
                "name = 'x' OR FALSE | unknown",
            })
    @Requirement({
        "cql2/basic-cql2/null-predicate",
        "cql2/basic-cql2/property",
        "cql2/basic-spatial-functions/spatial-predicate",
        "cql2/temporal-functions/temporal-predicates"
    })
    void noValueIsUnknownAsInSql(String filter, String verdict) {
        assertThat(verdict(filter, BARE)).as(filter).isEqualTo(verdict);
    }

    @Test
    void aListWithAnUnknownValueIsTrueOrUnknownButNotFalse() {
        Row row = row("", null, null, null, 2020L);
        assertThat(verdict("survey_year IN (whole, 2020)", row)).isEqualTo("true");
        assertThat(verdict("survey_year IN (whole, 2021)", row)).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"岸线类型\" = '砂质岸线'",
                "岸线类型 = 'Sandy'",
                "kind = '沙质岸线'",
                "kind = 'sandy'",
                "kind IN ('海堤', '砂质岸线')",
                "kind <> '海堤'",
                "'砂质岸线' = kind",
                "\"Survey year\" = 2020",
                "修测年度 = 2020 AND 是否大陆岸线",
            })
    void labelsStandForPropertiesAndCodes(String filter) {
        assertThat(passes(filter, ROW)).as(filter).isTrue();
    }

    @Test
    void aLabelIsTheSameAsTheCode() {
        assertThat(text("岸线类型 = '砂质岸线'")).isEqualTo(text("kind = 'sandy'"));
        assertThat(passes("kind = 'SANDY'", ROW)).isFalse();
        assertThat(passes("kind LIKE '砂质%'", ROW)).isFalse();
    }

    @Test
    void textComparesByCodePoints() {
        Row row = row("", "\uFF5E", "\uD83C\uDF0A");
        assertThat(passes("name < other", row)).isTrue();
        assertThat(passes("name < '\uD83C\uDF0A' AND other > '\uFF5E'", row)).isTrue();
        assertThat(passes("other > 'z' AND other > '中'", row)).isTrue();
    }

    @Test
    @Requirement({"cql2/cql2-text/escaping"})
    void quotesInTextAreWrittenTwiceOrBehindABackslash() {
        Row row = row("", "it's");
        assertThat(passes("name = 'it''s'", row)).isTrue();
        assertThat(passes("name = 'it\\'s'", row)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a\\ab | 61 07 62",
                "a\\bb | 61 08 62",
                "a\\tb | 61 09 62",
                "a\\nb | 61 0A 62",
                "a\\vb | 61 0B 62",
                "a\\fb | 61 0C 62",
                "a\\rb | 61 0D 62",
                "a\\\\nb | 61 5C 6E 62",
                "a\\%b | 61 5C 25 62",
                "a\\ | 61 5C"
            })
    @Requirement("cql2/cql2-text/escaping")
    void controlCharactersAreWrittenBehindABackslash(String written, String characters) {
        StringBuilder expected = new StringBuilder();
        for (String hex : characters.split(" ", -1)) {
            expected.append((char) Integer.parseInt(hex, 16));
        }
        String closed = written.endsWith("\\") ? written + "\\" : written;
        assertThat(passes("name = '" + closed + "'", row("", expected.toString())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recorded = TIMESTAMP('2024-01-01T05:00:00Z')",
                "recorded = TIMESTAMP('2024-01-01T13:00:00+08:00')",
                "recorded > TIMESTAMP('2024-01-01T04:59:59.999Z')",
                "recorded = DATE('2024-01-01')",
                "recorded <= DATE('2024-01-01')",
                "day > DATE('2020-04-30') AND day < last_day",
                "day = TIMESTAMP('2020-05-01T23:00:00Z')",
                "T_AFTER(day, DATE('2020-04-30'))",
                "T_BEFORE(day, INTERVAL('2020-05-02', '..'))",
                "T_INTERSECTS(day, INTERVAL('2020-05-01', '2020-05-01'))",
                "T_DISJOINT(day, INTERVAL('..', '2020-04-30'))",
                "T_EQUALS(day, INTERVAL('2020-05-01', '2020-05-01'))",
                "T_EQUALS(INTERVAL(day, last_day), INTERVAL('2020-05-01', '2020-06-01'))",
                "T_CONTAINS(INTERVAL(day, last_day), INTERVAL('2020-05-02', '2020-05-31'))",
                "T_DURING(INTERVAL(day, last_day), INTERVAL('2020-04-30', '..'))",
                "T_DURING(INTERVAL(day, last_day), INTERVAL('..', '..'))",
                "T_STARTS(INTERVAL(day, last_day), INTERVAL('2020-05-01', '2020-07-01'))",
                "T_STARTEDBY(INTERVAL(day, last_day), INTERVAL('2020-05-01', '2020-05-02'))",
                "T_FINISHES(INTERVAL(day, last_day), INTERVAL('2020-04-01', '2020-06-01'))",
                "T_FINISHEDBY(INTERVAL(day, last_day), INTERVAL('2020-05-15', '2020-06-01'))",
                "T_MEETS(INTERVAL(day, last_day), INTERVAL('2020-06-01', '2020-07-01'))",
                "T_METBY(INTERVAL(day, last_day), INTERVAL('2020-04-01', '2020-05-01'))",
                "T_OVERLAPS(INTERVAL(day, last_day), INTERVAL('2020-05-15', '2020-07-01'))",
                "T_OVERLAPPEDBY(INTERVAL(day, last_day), INTERVAL('2020-04-01', '2020-05-15'))",
                "T_INTERSECTS(recorded, INTERVAL('2024-01-01', '2024-01-01'))",
                "t_after(interval(day, last_day), interval('..', '2020-04-30T10:00:00Z'))",
                "T_MEETS(INTERVAL('2020-01-01', '2020-02-01'), INTERVAL('2020-02-01', '..'))",
            })
    @Requirement({"cql2/temporal-functions/temporal-functions", "cql2/cql2-text/temporal-functions"})
    void timesCompareAsTheStandardSays(String filter) {
        assertThat(verdict(filter, ROW)).as(filter).isEqualTo("true");
    }

    @Test
    void anIntervalOfPropertiesThatEndsBeforeItStartsIsUnknown() {
        assertThat(verdict("T_INTERSECTS(INTERVAL(last_day, day), DATE('2020-05-15'))", ROW))
                .isEqualTo("unknown");
    }
}
