package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.coast.forms.CrossText;
import org.anlan.coast.forms.RetentionText;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Islands apart from the mainland, margins to targets, and tables by two groupings. */
class RetentionTablesTest {

    private static final double CENTIMETRE = 0.01;

    @TempDir
    static Path folder;

    private static Installed installed;

    @BeforeAll
    static void open() throws IOException {
        installed = Installed.open(FilledStore.make(folder.resolve("data"), FilledStore.COAST));
    }

    @AfterAll
    static void close() {
        installed.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2015, 2020})
    void islandsHaveAFigureOfTheirOwn(int year) {
        JsonNode check = Shishi.checks().path("coastline").path(Integer.toString(year));
        RetentionFigure islands = installed.retention().figure(ask(year, Coast.ISLAND, By.CITY, Optional.empty()));
        assertThat(islands.total().segments())
                .isEqualTo(check.path("island_rings").asInt());
        assertThat(islands.total().totalM())
                .isCloseTo(check.path("island_shore_m").asDouble(), within(CENTIMETRE));
        assertThat(islands.total().naturalM())
                .isCloseTo(check.path("island_natural_m").asDouble(), within(CENTIMETRE));
        assertThat(islands.target()).isEmpty();
        RetentionFigure mainland = installed.retention().figure(ask(year, Coast.MAINLAND, By.CITY, Optional.empty()));
        assertThat(mainland.total().totalM()).isCloseTo(check.path("total_m").asDouble(), within(CENTIMETRE));
    }

    /** 22 373.226 m of 56 129.505 m count in 2020: less 35 %, 37 % and 45 % of the whole (checks.json, by hand). */
    @ParameterizedTest
    @CsvSource({
        "'', 35, national, 2727.899",
        "national, 35, national, 2727.899",
        "fujian, 37, fujian, 1605.309",
        "45, 45, '', -2885.051",
        "39.86, 39.86, '', 0.0"
    })
    void theMarginIsWhatMayBeLostOrMustBeGained(String asked, double percent, String from, double marginM) {
        RetentionFigure figure = installed
                .retention()
                .figure(ask(2020, Coast.MAINLAND, By.CITY, Optional.of(asked).filter(word -> !word.isEmpty())));
        RetentionFigure.Target target = figure.target().orElseThrow();
        assertThat(target.percent()).isEqualTo(percent);
        assertThat(target.from().map(RetentionFigure.RuleSet::id).orElse("")).isEqualTo(from);
        assertThat(figure.total().marginM(percent)).isCloseTo(marginM, within(0.02));
    }

    @Test
    void aSurveyThatStatesNoScaleSaysSo() {
        RetentionFigure figure = installed.retention().figure(ask(2020, Coast.MAINLAND, By.CITY, Optional.empty()));
        assertThat(figure.source().stated()).isFalse();
        assertThat(RetentionText.table(figure)).contains("未登记 / not stated");
    }

    @Test
    void losingTheMarginLeavesExactlyTheTarget() {
        Sums sums = installed
                .retention()
                .figure(ask(2020, Coast.MAINLAND, By.CITY, Optional.empty()))
                .total();
        double left = sums.countedNaturalM() - sums.marginM(35);
        assertThat(100 * left / sums.countedTotalM()).isCloseTo(35, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "NaN", "much"})
    void aTargetThatIsNoneIsRefusedWithThoseThatExist(String word) {
        assertThatThrownBy(() -> installed.retention().figure(ask(2020, Coast.MAINLAND, By.CITY, Optional.of(word))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("unknown-target");
                    assertThat(refusal.text().en()).contains("national, fujian");
                });
    }

    @Test
    void anInstallationsOwnTargetIsTheUsualOneAndABrokenOneIsToldWithItsPlace(@TempDir Path own) throws IOException {
        Path targets = Files.createDirectories(own.resolve("rules").resolve("coast-targets"));
        String words = "{\"zh\":\"泉州市\",\"en\":\"Quanzhou\"}";
        String file = "{\"id\":\"quanzhou\",\"version\":2,\"title\":%s,\"about\":%s,\"percent\":%s}";
        Files.writeString(targets.resolve("q.json"), file.formatted(words, words, "38.5"));
        CoastTargets loaded = CoastTargets.load(Optional.of(own));
        assertThat(loaded.all()).extracting(CoastTarget::id).containsExactly("quanzhou", "national", "fujian");
        assertThat(loaded.usual().percent()).isEqualTo(38.5);
        Files.writeString(targets.resolve("q.json"), file.formatted(words, words, "138.5"));
        assertThatThrownBy(() -> CoastTargets.load(Optional.of(own)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.text().en())
                                .contains("q.json", "/percent must be a number from 0.0 to 100.0"));
    }

    @ParameterizedTest
    @CsvSource({"TOWN, PROTECTION", "BAY, SPACE", "CITY, TYPE1", "TOWN, TYPE2", "BAY, USE", "PROTECTION, SPACE"})
    void cellsAddUpToTheTotalsOfRowsAndColumns(By by, By across) {
        CrossTable table = installed.retention().table(ask(2020, Coast.MAINLAND, by, Optional.empty()), across);
        RetentionFigure columns = installed.retention().figure(ask(2020, Coast.MAINLAND, across, Optional.empty()));
        assertThat(table.figure())
                .isEqualTo(installed.retention().figure(ask(2020, Coast.MAINLAND, by, Optional.empty())));
        assertThat(table.columns()).isEqualTo(columns.rows());
        for (int row = 0; row < table.rows().size(); row++) {
            double sum = table.rows().get(row).unclassed().totalM();
            for (Sums cell : table.rows().get(row).columns()) {
                sum += cell.totalM();
            }
            assertThat(sum).isCloseTo(table.figure().rows().get(row).sums().totalM(), within(1e-6));
        }
        for (int column = 0; column < table.columns().size(); column++) {
            double sum = table.unassigned().columns().get(column).countedNaturalM();
            for (CrossTable.Cells row : table.rows()) {
                sum += row.columns().get(column).countedNaturalM();
            }
            assertThat(sum).isCloseTo(table.columns().get(column).sums().countedNaturalM(), within(1e-6));
        }
    }

    /** The master names town and class of every segment, and its length to a metre. */
    @ParameterizedTest
    @EnumSource(names = {"PROTECTION", "TYPE1", "TYPE2", "USE"})
    void cellsAreThoseOfTheMaster(By across) throws IOException {
        Map<String, Double> expected = new HashMap<>();
        JsonNode master = new ObjectMapper().readTree(new File("data/shishi/coastline-2020.geojson"));
        for (JsonNode feature : master.path("features")) {
            JsonNode values = feature.path("properties");
            if (values.path("mainland").asBoolean()
                    && !values.path(across.word()).asText().isEmpty()) {
                String code = installed
                        .catalog()
                        .codeList("coast-" + across.word())
                        .match(values.path(across.word()).asText())
                        .orElseThrow()
                        .code();
                expected.merge(
                        values.path("town").asText() + "/" + code,
                        1000 * values.path("length_cd_km").asDouble(),
                        Double::sum);
            }
        }
        CrossTable table = installed.retention().table(ask(2020, Coast.MAINLAND, By.TOWN, Optional.empty()), across);
        Map<String, Double> found = new HashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                Sums cell = table.rows().get(row).columns().get(column);
                if (cell.segments() > 0) {
                    found.put(
                            table.figure().rows().get(row).name() + "/"
                                    + table.columns().get(column).code(),
                            cell.totalM());
                }
            }
        }
        assertThat(found.keySet()).isEqualTo(expected.keySet()).isNotEmpty();
        expected.forEach((key, metres) -> assertThat(found.get(key)).as(key).isCloseTo(metres, within(10.0)));
    }

    @Test
    void columnsThatAreNoClassesAreRefused() {
        for (By across : List.of(By.BAY, By.PROTECTION)) {
            assertThatThrownBy(() -> installed
                            .retention()
                            .table(ask(2020, Coast.MAINLAND, By.PROTECTION, Optional.empty()), across))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unknown-grouping"));
        }
    }

    @Test
    void theTextsOfATableHoldItsCells() {
        CrossTable table =
                installed.retention().table(ask(2020, Coast.MAINLAND, By.TOWN, Optional.empty()), By.PROTECTION);
        String cell = Double.toString(table.rows().get(0).columns().get(0).totalM());
        assertThat(CrossText.csv(table)).contains(cell).contains("total,合计,total,合计,113,");
        assertThat(CrossText.tree(table).at("/rows/0/cells/0/totalM").asText()).isEqualTo(cell);
        assertThat(CrossText.table(table)).contains("蚶江镇", "严格保护", "56129.505 (39.86)");
    }

    private static Retention.Question ask(int year, Coast coast, By by, Optional<String> target) {
        return new Retention.Question(Optional.of(year), coast, by, Optional.empty(), target, OptionalLong.empty());
    }
}
