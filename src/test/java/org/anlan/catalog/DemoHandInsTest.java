package org.anlan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the demonstration data itself, so that neither it nor the catalogue can change without the other. */
class DemoHandInsTest {

    /** Columns that no field takes; they are kept beside the features as they came. */
    private static final Set<String> LEFT_OVER = Set.of("序号", "illustrative");

    private static final Set<String> BOOLEANS = Set.of("是", "否", "true", "false");

    private final Catalog catalog = CatalogReader.load(Optional.empty());

    @Test
    void everyHandInIsRecognisedAsExactlyOneLayer() {
        allTables()
                .forEach(table -> assertThat(rulesFor(table)).as(table.name()).hasSize(1));
    }

    @Test
    void everyColumnOfEveryHandInMapsToAFieldOfItsOwn() {
        for (DemoTable table : allTables().toList()) {
            LayerDefinition layer = layerOf(table);
            List<String> mapped = new ArrayList<>();
            for (String column : table.fields()) {
                Optional<FieldDefinition> field = layer.fieldByAlias(column);
                assertThat(field.isPresent())
                        .as("%s: column %s", table.name(), column)
                        .isEqualTo(!LEFT_OVER.contains(column));
                field.ifPresent(f -> mapped.add(f.name()));
            }
            assertThat(mapped).as(table.name()).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyValueOfACodedFieldIsExactlyOneCode() {
        allTables()
                .forEach(table -> eachValue(table, (field, value) -> field.codeList()
                        .map(catalog::codeList)
                        .ifPresent(list -> assertThat(codesFor(list, value))
                                .as("%s: %s of %s in %s", table.name(), value, field.name(), list.id())
                                .hasSize(1))));
    }

    @Test
    void everyValueIsOfItsFieldsType() {
        allTables()
                .forEach(table -> eachValue(table, (field, value) -> assertThat(isOf(field.type(), value))
                        .as("%s: %s of %s", table.name(), value, field.name())
                        .isTrue()));
    }

    @Test
    void noRequiredValueIsMissingAndNoIdIsThereTwice() {
        for (DemoTable table : DemoTable.handIns()) {
            LayerDefinition layer = layerOf(table);
            Map<String, String> constants = rulesFor(table).get(0).constants();
            Set<List<String>> ids = new HashSet<>();
            for (Map<String, String> row : table.rows()) {
                Map<String, String> values = values(layer, row);
                constants.forEach(values::putIfAbsent);
                for (FieldDefinition field : layer.fields()) {
                    assertThat(field.required()
                                    && values.getOrDefault(field.name(), "").isBlank())
                            .as("%s: %s missing in %s", table.name(), field.name(), row)
                            .isFalse();
                }
                List<String> id = layer.idFields().stream().map(values::get).toList();
                assertThat(id.isEmpty() || ids.add(id))
                        .as("%s: id %s", table.name(), id)
                        .isTrue();
            }
        }
    }

    @Test
    void theDemonstrationNamesFilesThatAreThere() throws IOException {
        JsonNode demo = new ObjectMapper()
                .readTree(DemoTable.FOLDER.resolve("demo.json").toFile());
        assertThat(demo.path("handIns")).hasSize(18);
        for (JsonNode handIn : demo.path("handIns")) {
            assertThat(DemoTable.FOLDER.resolve(handIn.path("file").asText())).isRegularFile();
            assertThat(handIn.path("note").path("zh").asText()).isNotBlank();
            assertThat(handIn.path("note").path("en").asText()).isNotBlank();
        }
    }

    private static Stream<DemoTable> allTables() {
        return Stream.concat(DemoTable.handIns().stream(), DemoTable.masters().stream());
    }

    private interface ValueCheck {
        void check(FieldDefinition field, String value);
    }

    private void eachValue(DemoTable table, ValueCheck check) {
        LayerDefinition layer = layerOf(table);
        for (String column : table.fields()) {
            layer.fieldByAlias(column).ifPresent(field -> table.rows().stream()
                    .map(row -> row.getOrDefault(column, ""))
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .forEach(value -> check.check(field, value)));
        }
    }

    private static Map<String, String> values(LayerDefinition layer, Map<String, String> row) {
        return row.entrySet().stream()
                .filter(e -> layer.fieldByAlias(e.getKey()).isPresent())
                .collect(Collectors.toMap(
                        e -> layer.fieldByAlias(e.getKey()).orElseThrow().name(), Map.Entry::getValue));
    }

    private LayerDefinition layerOf(DemoTable table) {
        HandInRule rule = rulesFor(table).get(0);
        return catalog.layers().stream()
                .filter(layer -> layer.handIns().contains(rule))
                .findFirst()
                .orElseThrow();
    }

    /** The rules with the longest beginning of the name. */
    private List<HandInRule> rulesFor(DemoTable table) {
        int longest = rules().mapToInt(rule -> fit(rule, table.name())).max().orElse(0);
        return rules().filter(rule -> longest > 0 && fit(rule, table.name()) == longest)
                .toList();
    }

    private Stream<HandInRule> rules() {
        return catalog.layers().stream().flatMap(layer -> layer.handIns().stream());
    }

    private static int fit(HandInRule rule, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return rule.names().stream()
                .filter(word -> wanted.startsWith(word.toLowerCase(Locale.ROOT)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static List<String> codesFor(CodeList list, String value) {
        return list.entries().stream()
                .filter(entry -> new CodeList(list.id(), list.title(), list.open(), List.of(entry))
                        .match(value)
                        .isPresent())
                .map(CodeList.Entry::code)
                .toList();
    }

    private static boolean isOf(FieldType type, String value) {
        return switch (type) {
            case TEXT -> true;
            case INTEGER -> value.matches("-?\\d+");
            case NUMBER -> value.matches("-?\\d*\\.?\\d+") || value.matches("(东经|北纬)?\\d+[°度-].*");
            case BOOLEAN -> BOOLEANS.contains(value);
            case DATE -> !LocalDate.parse(value.replace('/', '-')).equals(LocalDate.MIN);
        };
    }
}
