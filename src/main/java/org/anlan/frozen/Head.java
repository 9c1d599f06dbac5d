package org.anlan.frozen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a frozen layer says of itself, written when all else is on disk.
 *
 * @param state what tells the state from every other: layer, revision and its moment, the layer's definition, the format
 * @param rows how many rows there are
 * @param leaves how many of them have a shape
 */
record Head(String state, int rows, int leaves) {

    private static final String FILE = "head";

    void write(Path folder) throws IOException {
        String text = "state=" + state + "\nrows=" + rows + "\nleaves=" + leaves + "\n";
        Files.writeString(folder.resolve(FILE), text, StandardCharsets.UTF_8);
    }

    /** The head of a folder; empty when it has none that can be read. */
    static Optional<Head> read(Path folder) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            properties.load(in);
            return Optional.of(new Head(
                    properties.getProperty("state", ""),
                    Integer.parseInt(properties.getProperty("rows", "")),
                    Integer.parseInt(properties.getProperty("leaves", ""))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
