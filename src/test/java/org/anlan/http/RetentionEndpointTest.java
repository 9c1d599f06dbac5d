package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final String RETENTION = "/api/v1/coast/retention";
    private static final List<String> FIGURES = List.of(
            "segments",
            "totalM",
            "naturalM",
            "natureLikeM",
            "estuaryM",
            "artificialM",
            "countedNaturalM",
            "countedTotalM",
            "ratioPercent",
            "marginM");

    @ParameterizedTest
    @ValueSource(strings = {"city", "town", "bay", "protection", "space", "type1", "type2", "use"})
    void theFigureHasExactlyTheKeysOfTheDocument(String by) {
        Client.Answer answer = SERVER.reader().get(RETENTION + "?year=2020&by=" + by);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace("application/json; charset=utf-8");
        JsonNode figure = answer.json();
        assertThat(keys(figure))
                .containsExactlyInAnyOrder(
                        "surveyYear",
                        "coast",
                        "by",
                        "rules",
                        "target",
                        "lengthMethod",
                        "revisions",
                        "source",
                        "total",
                        "rows",
                        "unassigned",
                        "warnings");
        assertThat(figure.path("by").asText()).isEqualTo(by);
        assertThat(keys(figure.path("rules"))).containsExactly("id", "version");
        assertThat(figure.path("lengthMethod").asText()).isEqualTo("geodesic-cgcs2000");
        assertThat(figure.path("revisions").toString()).isEqualTo("{\"coastline\":4,\"regions\":2}");
        assertThat(keys(figure.path("total"))).containsExactlyInAnyOrderElementsOf(FIGURES);
        assertThat(keys(figure.path("unassigned"))).containsExactlyInAnyOrderElementsOf(FIGURES);
        assertThat(figure.path("rows")).isNotEmpty();
        figure.path("rows").forEach(row -> assertThat(keys(row))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("code", "name"), FIGURES.stream())
                        .toList()));
    }

    @Test
    void theNewestYearByCityUnderTheUsualRulesIsWhatIsMeantWhenNothingIsSaid() {
        assertThat(SERVER.reader().get(RETENTION).text())
                .isEqualTo(SERVER.reader()
                        .get(RETENTION + "?year=2020&by=city&rules=national-2017&format=json")
                        .text());
    }

    @ParameterizedTest
    @CsvSource({
        "2015, national-2017, ratio_percent",
        "2020, national-2017, ratio_percent",
        "2020, strict-natural, ratio_natural_only_percent",
        "2020, estuary-excluded, ratio_estuary_left_out_percent"
    })
    void theRatioIsTheOneComputedElsewhere(int year, String rules, String of) {
        JsonNode figure = SERVER.reader()
                .get(RETENTION + "?year=" + year + "&rules=" + rules)
                .json();
        assertThat(figure.path("total").path("ratioPercent").asDouble())
                .isCloseTo(Shishi.ratio(year, of), within(0.0001));
    }

    @Test
    void theFigureOfARevisionIsTheOneOfThatState() {
        JsonNode then = SERVER.reader().get(RETENTION + "?revision=3").json();
        assertThat(then.path("surveyYear").asInt()).isEqualTo(2015);
        assertThat(then.path("revisions").path("coastline").asLong()).isEqualTo(3);
        Problem.assertIs(SERVER.reader().get(RETENTION + "?revision=3&year=2020"), 404, "unknown-year");
    }

    @Test
    void theCsvOpensInASpreadsheetAndHoldsTheSameFigures() throws IOException {
        Client.Answer answer = SERVER.reader().get(RETENTION + "?year=2020&by=town&format=csv");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"retention-2020-town.csv\"");
        assertThat(answer.text()).startsWith("\uFEFFcode,").contains("\r\n");
        List<CSVRecord> records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(answer.text().substring(1)))
                .getRecords();
        JsonNode figure = SERVER.reader().get(RETENTION + "?year=2020&by=town").json();
        assertThat(records).hasSize(figure.path("rows").size() + 1);
        for (int i = 0; i < records.size() - 1; i++) {
            JsonNode row = figure.path("rows").get(i);
            assertThat(records.get(i).get("code")).isEqualTo(row.path("code").asText());
            assertThat(records.get(i).get("name")).isEqualTo(row.path("name").asText());
            assertThat(Double.parseDouble(records.get(i).get("ratio_percent")))
                    .isEqualTo(row.path("ratioPercent").asDouble());
            assertThat(Double.parseDouble(records.get(i).get("total_m")))
                    .isEqualTo(row.path("totalM").asDouble());
        }
        assertThat(records.get(records.size() - 1).get("code")).isEqualTo("total");
    }

    @ParameterizedTest
    @CsvSource({
        "by=nix, unknown-grouping, 'city, town, bay, protection, space'",
        "across=nix, unknown-grouping, 'protection, space, type1, type2, use'",
        "coast=nix, unknown-coast, 'mainland, island'",
        "target=nix, unknown-target, 'national, fujian'",
        "rules=nix, unknown-rule-set, 'national-2017, strict-natural, estuary-excluded'",
        "format=nix, unknown-format, 'json, csv, html, xlsx'"
    })
    void anUnknownWordIsToldWithThoseThatExist(String parameter, String code, String known) {
        assertThat(Problem.assertIs(SERVER.reader().get(RETENTION + "?" + parameter), 400, code))
                .contains("nix")
                .contains(known);
    }

    @Test
    void aTableByTwoGroupingsComesAsJsonAndCsv() {
        String question = RETENTION + "?year=2020&by=town&across=protection";
        JsonNode table = SERVER.reader().get(question).json();
        assertThat(table.path("across").asText()).isEqualTo("protection");
        assertThat(table.path("columns")).hasSize(3);
        assertThat(table.path("rows")).isNotEmpty().allSatisfy(row -> assertThat(row.path("cells"))
                .hasSize(3));
        Client.Answer csv = SERVER.reader().get(question + "&format=csv");
        assertThat(csv.header("Content-Disposition")).contains("retention-2020-town-protection.csv");
        assertThat(csv.text()).startsWith("\uFEFFcode,name,across_code,");
    }

    @Test
    void theIslandsAndTheMarginAreAskedForByAWord() {
        JsonNode islands = SERVER.reader()
                .get(RETENTION + "?year=2020&coast=island&target=100")
                .json();
        assertThat(islands.at("/total/segments").asInt()).isEqualTo(38);
        assertThat(islands.at("/total/marginM").asDouble()).isCloseTo(28400.731 - 29709.676, within(0.02));
        assertThat(SERVER.reader().get(RETENTION).json().at("/target/id").asText())
                .isEqualTo("national");
    }

    @Test
    void anUnknownYearOrRevisionIsToldWithThoseThatExist() {
        assertThat(Problem.assertIs(SERVER.reader().get(RETENTION + "?year=1999"), 404, "unknown-year"))
                .contains("2015, 2020");
        assertThat(Problem.assertIs(SERVER.reader().get(RETENTION + "?revision=999"), 404, "unknown-revision"))
                .contains("4, 3");
        Problem.assertIs(SERVER.reader().get(RETENTION + "?year=next"), 400, "bad-parameter");
        Problem.assertIs(SERVER.reader().get(RETENTION + "?revision=newest"), 400, "bad-parameter");
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
