package org.anlan.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.support.Requirement;
import org.junit.jupiter.api.Test;

/**
 * Every requirement of the standards that are followed has a test, or a reason why it has none; {@code docs/conformance.md} is the table of both. Where the
 * table is out of date, {@code mvn test -Dtest=ConformanceTest -Danlan.write=true} writes it anew.
 */
class ConformanceTest {

    private static final Path DOCUMENT = Path.of("docs/conformance.md");

    private static final Map<String, Set<String>> TESTS = tests();
    private static final Map<String, String> STANDARDS = new LinkedHashMap<>();

    static {
        STANDARDS.put("features-1", "OGC API Features Part 1: Core, 17-069r4 (1.0.1)");
        STANDARDS.put("features-2", "OGC API Features Part 2: Coordinate Reference Systems by Reference, 18-058r1");
        STANDARDS.put("features-3", "OGC API Features Part 3: Filtering, 19-079r2");
        STANDARDS.put("cql2", "Common Query Language (CQL2), 21-065r2");
        STANDARDS.put("features-5", "OGC API Features Part 5: Schemas, 23-058r1 (draft; published later as 23-058r2)");
        STANDARDS.put("tiles-1", "OGC API Tiles Part 1: Core, 20-057");
        STANDARDS.put("tms-2", "Two Dimensional Tile Matrix Set and Tile Set Metadata, 17-083r4");
    }

    /**
     * A line of the list.
     *
     * @param key "features-1/core/root-op"
     * @param id as the standard prints it: "/req/core/root-op"
     * @param demand what it asks for
     * @param missing why there is no test: what is not offered, or cannot be tested here; blank where there is one
     */
    private record Line(String key, String id, String demand, String missing) {
        String standard() {
            return key.substring(0, key.indexOf('/'));
        }

        String group() {
            return key.substring(0, key.lastIndexOf('/'));
        }
    }

    @Test
    void everyRequirementHasATestOrAReasonWhyNot() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Line line : lines()) {
            assertThat(known.add(line.key()))
                    .as(line.key() + " stands twice in the list")
                    .isTrue();
            boolean tested = TESTS.containsKey(line.key());
            assertThat(tested)
                    .as(line.key()
                            + (tested ? " has a test and a reason why it has none" : " has neither test nor reason"))
                    .isEqualTo(line.missing().isEmpty());
        }
        assertThat(TESTS.keySet())
                .as("tests of requirements that are not in the list")
                .allMatch(known::contains);
    }

    /** A class is declared where all its requirements are tested, and no other. */
    @Test
    void whatIsDeclaredIsWhatIsTested() throws IOException {
        Map<String, Boolean> whole = new TreeMap<>();
        for (Line line : lines()) {
            whole.merge(line.group(), line.missing().isEmpty() || line.missing().startsWith("—"), Boolean::logicalAnd);
        }
        Set<String> declared = new TreeSet<>();
        for (String uri : Conformance.CLASSES) {
            String[] parts =
                    uri.substring("http://www.opengis.net/spec/".length()).split("/", -1);
            String standard = parts[0].replace("ogcapi-", "").replace("tms", "tms-2");
            if (!standard.startsWith("common")) {
                declared.add(standard + "/" + parts[parts.length - 1]);
            }
        }
        Set<String> tested = new TreeSet<>();
        whole.forEach((group, all) -> {
            if (all) {
                tested.add(group);
            }
        });
        assertThat(declared).isEqualTo(tested);
    }

    @Test
    void theTableInTheDocumentsIsThatOfTheTests() throws IOException {
        String table = table();
        if (Boolean.getBoolean("anlan.write")) {
            Files.writeString(DOCUMENT, table);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("out of date; written anew by: mvn test -Dtest=ConformanceTest -Danlan.write=true")
                .isEqualTo(table);
    }

    private static List<Line> lines() throws IOException {
        try (InputStream list = ConformanceTest.class.getResourceAsStream("/ogc/requirements.tsv")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(parts -> new Line(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : ""))
                    .toList();
        }
    }

    /** The tests of each requirement, by the annotation. */
    private static Map<String, Set<String>> tests() {
        Map<String, Set<String>> tests = new TreeMap<>();
        var classes = new ClassFileImporter().importPath(Path.of("target/test-classes/org/anlan"));
        for (JavaMethod method :
                classes.stream().flatMap(one -> one.getMethods().stream()).toList()) {
            Optional<Requirement> shown = method.tryGetAnnotationOfType(Requirement.class);
            shown.ifPresent(
                    one -> Arrays.stream(one.value()).forEach(key -> tests.computeIfAbsent(key, k -> new TreeSet<>())
                            .add(method.getOwner().getSimpleName() + "." + method.getName())));
        }
        return tests;
    }

    private static String table() throws IOException {
        List<Line> lines = lines();
        long tested = lines.stream().filter(line -> line.missing().isEmpty()).count();
        StringBuilder text = new StringBuilder();
        text.append(
                        "# Conformance\n\nMade by `ConformanceTest` from the list of requirements and the tests that name them; do not edit. ")
                .append(tested)
                .append(" of ")
                .append(lines.size())
                .append(" requirements have at least one test; the others say what is not offered.\n")
                .append(
                        "The official conformance suites were not run: they cannot be had where this is built. GDAL (`GdalClientTest`) reads the service in every build.\n");
        for (Map.Entry<String, String> standard : STANDARDS.entrySet()) {
            text.append("\n## ")
                    .append(standard.getValue())
                    .append("\n\n| class | requirement | what it asks for | tests |\n|---|---|---|---|\n");
            for (Line line : lines) {
                if (line.standard().equals(standard.getKey())) {
                    String shown =
                            line.missing().isEmpty() ? names(TESTS.getOrDefault(line.key(), Set.of())) : line.missing();
                    text.append("| ")
                            .append(line.group().substring(line.standard().length() + 1))
                            .append(" | `")
                            .append(line.id())
                            .append("` | ")
                            .append(line.demand().replace("|", "\\|"))
                            .append(" | ")
                            .append(shown)
                            .append(" |\n");
                }
            }
        }
        return text.toString();
    }

    private static String names(Set<String> tests) {
        List<String> names = new ArrayList<>();
        tests.forEach(test -> names.add("`" + test + "`"));
        return String.join("<br>", names);
    }
}
