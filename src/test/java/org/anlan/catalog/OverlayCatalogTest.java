package org.anlan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayCatalogTest {

    private static final String PIERS =
            """
            {"id": "piers", "title": {"zh": "栈桥", "en": "Piers"}, "about": {"zh": "栈桥。", "en": "Piers."},
             "geometry": "line", "geometryRequired": true,
             "fields": [{"name": "code", "type": "text", "label": {"zh": "编码", "en": "Code"}, "required": true},
                        {"name": "kind", "type": "text", "label": {"zh": "类型", "en": "Kind"}, "codeList": "pier-kind"}],
             "idFields": ["code"],
             "style": {"minZoom": 0, "order": 75, "visible": false,
                       "symbols": [{"stroke": "#4d4d4d", "width": 2, "pattern": "solid"}]}}
            """;
    private static final String PIER_KINDS =
            """
            {"id": "pier-kind", "title": {"zh": "栈桥类型", "en": "Kind of pier"}, "open": false,
             "entries": [{"code": "fishing", "label": {"zh": "渔业栈桥", "en": "Fishing pier"}}]}
            """;

    private final Catalog shipped = CatalogReader.load(Optional.empty());

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectory(folder.resolve("code-lists"));
    }

    @Test
    void aLayerAndItsCodeListAreAddedAfterThoseShipped() throws IOException {
        Files.writeString(folder.resolve("piers.json"), PIERS);
        Files.writeString(folder.resolve("code-lists/pier-kind.json"), PIER_KINDS);
        Catalog catalog = CatalogReader.load(Optional.of(folder));
        assertThat(catalog.layers())
                .hasSize(shipped.layers().size() + 1)
                .startsWith(shipped.layers().toArray(LayerDefinition[]::new));
        assertThat(catalog.layer("piers").field("kind").orElseThrow().codeList())
                .contains("pier-kind");
        assertThat(catalog.codeList("pier-kind").match("渔业栈桥")).isPresent();
    }

    @Test
    void aLayerTakesThePlaceOfTheShippedOneWhole() throws IOException {
        Files.writeString(
                folder.resolve("own.json"),
                PIERS.replace("\"piers\"", "\"rivers\"").replace("pier-kind", "coast-use"));
        Catalog catalog = CatalogReader.load(Optional.of(folder));
        assertThat(ids(catalog)).isEqualTo(ids(shipped));
        assertThat(catalog.layer("rivers").fields())
                .extracting(FieldDefinition::name)
                .containsExactly("code", "kind");
    }

    @Test
    void aCodeListTakesThePlaceOfTheShippedOne() throws IOException {
        Files.writeString(folder.resolve("code-lists/levels.json"), PIER_KINDS.replace("pier-kind", "coast-space"));
        Catalog catalog = CatalogReader.load(Optional.of(folder));
        assertThat(catalog.codeLists()).hasSameSizeAs(shipped.codeLists());
        assertThat(catalog.codeList("coast-space").entries())
                .extracting(CodeList.Entry::code)
                .containsExactly("fishing");
    }

    @Test
    void otherFilesInTheFolderAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("README.md"), "ours");
        Files.writeString(folder.resolve(".hidden.json"), "{");
        Files.createDirectories(folder.resolve("rules/coast"));
        assertThat(CatalogReader.load(Optional.of(folder))).isEqualTo(shipped);
    }

    private static List<String> ids(Catalog catalog) {
        return catalog.layers().stream().map(LayerDefinition::id).toList();
    }
}
