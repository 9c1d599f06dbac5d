package org.anlan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenCatalogTest {

    private static final Path CASES = Path.of("src/test/resources/cases/catalog");

    /** Each case is an installation's folder with one mistake; expected.txt holds file, place and the beginning of the reason. */
    @ParameterizedTest
    @MethodSource("cases")
    void aBrokenDefinitionIsRefusedWithFilePlaceAndReason(String name) throws IOException {
        Path folder = CASES.resolve(name);
        String expected = Files.readString(folder.resolve("expected.txt")).strip();
        assertRefused(folder, expected);
    }

    @Test
    void twoFilesWithTheSameIdAreRefused(@TempDir Path folder) throws IOException {
        Path layer = Path.of("src/main/resources/catalog/rivers.json");
        Files.copy(layer, folder.resolve("a.json"));
        Files.copy(layer, folder.resolve("b.json"));
        assertRefused(folder, "b.json: /id \"rivers\" is defined in " + folder.resolve("a.json") + " already");
    }

    @Test
    void anInstallationsFolderThatIsNotThereIsRefused(@TempDir Path folder) {
        assertRefused(folder.resolve("catalog"), "catalog: is no folder");
    }

    @Test
    void aFolderWithAMisspeltNameIsRefused(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("codelists"));
        assertRefused(folder, "codelists: is of no use here; known: code-lists, rules");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("large.json"), " ".repeat(JsonSource.MAX_BYTES + 1));
        assertRefused(folder, "large.json: is larger than 1048576 bytes");
    }

    private static void assertRefused(Path folder, String expected) {
        assertThatThrownBy(() -> CatalogReader.load(Optional.of(folder)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("catalog-broken");
                    assertThat(refusal.text().en()).contains(expected);
                    assertThat(refusal.text().zh()).startsWith("配置文件");
                });
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }
}
