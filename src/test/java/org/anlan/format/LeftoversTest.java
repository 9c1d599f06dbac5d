package org.anlan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path temporary;

    @Test
    void whatAKilledProcessLeftUnpackedIsRemovedAndTheRestStays() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left = Files.createDirectories(
                temporary.resolve("anlan-handin-" + ended.pid() + "-x").resolve("inner"));
        Files.writeString(left.resolve("a.shp"), "x");
        Path mine = Files.createDirectory(
                temporary.resolve("anlan-handin-" + ProcessHandle.current().pid() + "-y"));
        Path other = Files.createDirectory(temporary.resolve("anlan-handin-notes"));

        assertThat(Leftovers.removeFrom(temporary)).isEqualTo(1);
        assertThat(left.getParent()).doesNotExist();
        assertThat(mine).exists();
        assertThat(other).exists();
    }
}
