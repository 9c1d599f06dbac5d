package org.anlan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs GDAL's ogr2ogr, the oracle of these tests. */
public final class Gdal {

    private Gdal() {}

    /** What {@code ogr2ogr} with these arguments writes to its standard output. */
    public static String ogr2ogr(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogr2ogr"));
        command.addAll(List.of(arguments));
        return run(command, false);
    }

    /** What one of GDAL's programs prints, messages included. */
    public static String run(String... command) throws IOException, InterruptedException {
        return run(List.of(command), true);
    }

    private static String run(List<String> command, boolean messages) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(messages)
                    .redirectError(messages ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            return fail(
                    command.get(0) + " is needed to run this test: install GDAL's programs (Debian: gdal-bin)",
                    missing);
        }
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
            return text;
        }
    }
}
