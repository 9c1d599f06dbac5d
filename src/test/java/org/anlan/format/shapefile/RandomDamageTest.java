package org.anlan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.anlan.base.Refusal;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.Zips;

/** Shapefiles and zips with random bytes changed or cut off: readable, or refused, never anything else. */
class RandomDamageTest {

    private static final Path FOLDER = Path.of("src/test/resources/fixtures/shapefiles");
    private static final List<String> ORIGINALS =
            List.of("gbk_cpg", "polyz", "multipoly", "nulls", "points", "cgcs40", "utf8");
    private static final List<String> PARTS = List.of(".shp", ".shx", ".dbf", ".cpg");

    private Path folder;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("damage");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aDamagedPartNeverFailsAndLosesNothingSilently(
            @ForAll @IntRange(min = 0, max = 6) int original,
            @ForAll @IntRange(min = 0, max = 2) int part,
            @ForAll long seed)
            throws IOException {
        String name = ORIGINALS.get(original);
        Map<String, byte[]> entries = Zips.entries(FOLDER.resolve(name + ".zip"));
        Layers.Content whole = read(name, entries);
        entries.computeIfPresent(name + PARTS.get(part), (file, bytes) -> damaged(bytes, new Random(seed)));

        Layers.Content damaged = read(name, entries);

        if (damaged.features().size() < whole.features().size()) {
            assertThat(damaged.codes()).anyMatch(code -> !whole.codes().contains(code));
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aDamagedZipIsReadOrRefused(@ForAll @IntRange(min = 0, max = 6) int original, @ForAll long seed)
            throws IOException {
        byte[] zip = Files.readAllBytes(FOLDER.resolve(ORIGINALS.get(original) + ".zip"));
        Path file = folder.resolve("damaged.zip");
        Files.write(file, damaged(zip, new Random(seed)));
        try {
            assertThat(Layers.of(file, OpenOptions.defaults())).isNotEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.text().zh()).isNotBlank();
        }
    }

    private Layers.Content read(String name, Map<String, byte[]> entries) throws IOException {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            Files.write(folder.resolve(entry.getKey()), entry.getValue());
        }
        return Layers.read(ShapefileWriterTest.open(folder.resolve(name)));
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        for (int i = random.nextInt(6); i >= 0 && damaged.length > 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(damaged.length, 160) : damaged.length);
            damaged[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 0xFF : 0x7F);
        }
        return damaged;
    }
}
