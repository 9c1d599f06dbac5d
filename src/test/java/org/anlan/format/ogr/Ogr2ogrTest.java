package org.anlan.format.ogr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that stand in for ogr2ogr and misbehave. */
@Timeout(60)
class Ogr2ogrTest {

    private static final String FORMATS =
            """
            if [ "$1" = --formats ]; then
              echo '  DXF -vector- (rw+v): AutoCAD DXF'
              echo '  GPKG -raster,vector- (rw+vs): GeoPackage'
              echo '  OGR_VRT -vector- (rov): VRT - Virtual Datasource'
              echo '  HTTP -raster,vector- (ro): HTTP Fetching Wrapper'
              exit 0
            fi
            """;

    @TempDir
    Path folder;

    private Path work;

    @BeforeEach
    void makeTheFolder() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
    }

    @Test
    void aProgramThatTakesTooLongIsEndedWithItsChildren() throws IOException {
        Refusal refusal = refused(
                "sleep 300 & echo $! > child; echo $$ > self; wait",
                new Bounds(Duration.ofSeconds(1), 1 << 20, 1L << 30));

        assertThat(refusal.code()).isEqualTo("gdal-too-long");
        assertThat(isAlive("self")).isFalse();
        assertThat(isAlive("child")).isFalse();
    }

    @Test
    void aProgramThatFillsTheDiskIsEnded() throws IOException {
        Refusal refusal = refused(
                "while :; do head -c 100000 /dev/zero > part.$((i=i+1)); done",
                new Bounds(Duration.ofSeconds(50), 1 << 20, 1L << 30));

        assertThat(refusal.code()).isEqualTo("gdal-too-large");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
    }

    @Test
    void aProgramThatChattersWithoutEndIsEndedAndOnlyItsBeginningKept() throws IOException {
        Refusal refusal = refused(
                "while echo 'ERROR 1: the same again and again' >&2; do :; done",
                new Bounds(Duration.ofSeconds(50), 1 << 20, 1L << 30));

        assertThat(refusal.code()).isEqualTo("gdal-too-large");
        assertThat(refusal.text().zh().length()).isLessThan(2_000);
    }

    @Test
    void itSeesNothingOfOurEnvironmentAndOnlyTheDriversThatFit() throws IOException {
        Path program = program("env > seen; pwd >> seen; echo \"$@\" >> seen; printf 'Warning 1: a \\033[31mb\\n' >&2");

        String messages = new Ogr2ogr(program, new Bounds(Duration.ofSeconds(50), 1 << 20, 1L << 30))
                .convert(OgrDriver.DXF, work);

        String seen = Files.readString(work.resolve("seen"));
        assertThat(seen)
                .contains("OGR_SKIP=OGR_VRT,HTTP\n", "HOME=" + work, "PROJ_NETWORK=OFF")
                .doesNotContain("MAVEN", "JAVA");
        assertThat(seen).contains(work.toRealPath() + "\n", "-f GPKG -skipfailures", "out.gpkg in.dxf\n");
        assertThat(Messages.finding(messages, "a").orElseThrow().severity()).isEqualTo(Severity.WARNING);
        assertThat(Messages.finding(messages, "a").orElseThrow().text().zh())
                .contains("Warning 1: a  [31mb")
                .doesNotContain("\033");
        assertThat(Messages.finding("ERROR 1: lost\n", "a").orElseThrow().severity())
                .isEqualTo(Severity.ERROR);
        assertThat(Messages.finding("\n", "a")).isEmpty();
    }

    @Test
    void aProgramThatFailsIsQuoted() throws IOException {
        Refusal refusal = refused(
                "echo 'ERROR 4: no such thing' >&2; exit 1", new Bounds(Duration.ofSeconds(50), 1 << 20, 1L << 30));

        assertThat(refusal.code()).isEqualTo("gdal-failed");
        assertThat(refusal.text().en()).contains("ERROR 4: no such thing");
    }

    @Test
    void aGdalWithoutTheDriverIsNotEnough() throws IOException {
        Path program = program("exit 0");
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> new Ogr2ogr(program, new Bounds(Duration.ofSeconds(50), 1 << 20, 1L << 30))
                        .convert(OgrDriver.GDB, work));

        assertThat(refusal.code()).isEqualTo("needs-gdal");
        assertThat(refusal.text().zh()).contains("gdal-bin");
    }

    private Refusal refused(String script, Bounds bounds) throws IOException {
        Path program = program(script);
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> new Ogr2ogr(program, bounds).convert(OgrDriver.DXF, work));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Path program(String script) throws IOException {
        Path program = folder.resolve("stand-in");
        Files.writeString(program, "#!/bin/sh\n" + FORMATS + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private boolean isAlive(String noted) throws IOException {
        long id = Long.parseLong(Files.readString(work.resolve(noted)).strip());
        return ProcessHandle.of(id).map(ProcessHandle::isAlive).orElse(false);
    }
}
