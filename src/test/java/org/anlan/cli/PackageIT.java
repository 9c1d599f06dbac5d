package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.anlan.support.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/package} packs, from the jar that is built. */
class PackageIT {

    private static final Path TARGET = Path.of("target");

    @TempDir
    Path folder;

    @BeforeAll
    static void pack() throws Exception {
        run(new ProcessBuilder("bash", "bin/package", "--built"));
    }

    @Test
    void theProgramStartsFromWhereTheTarWasUnpacked() throws Exception {
        run(new ProcessBuilder("tar", "-xzf", packed(".tar.gz").toString(), "-C", folder.toString()));
        Path home = only(folder);
        for (String file : List.of("LICENSE", "README.md", "anlan.toml", "anlan.service", "nginx.conf")) {
            assertThat(home.resolve(file)).isNotEmptyFile();
        }
        ProcessBuilder serve =
                new ProcessBuilder(home.resolve("bin/anlan").toString(), "serve", "--demo", "--port", "0");
        serve.directory(home.toFile());
        serve.environment().put("ANLAN_HEAP", "256m");
        serve.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try (Program service = Program.start(serve)) {
            String address = Program.address(service.linesUntilReady());
            assertThat(get(address + "/healthz")).isEqualTo("{\"status\":\"ok\"}");
            assertThat(get(address + "/api/v1/coast/retention?year=2020")).contains("\"ratioPercent\":39.86");
            service.terminate();
        }
        assertThat(home.resolve("anlan-data").resolve("data.gpkg")).isRegularFile();
    }

    @Test
    void theScriptsOfThePackagesCanBeReadByAPlainShell() throws Exception {
        run(new ProcessBuilder("sh", "-n", "packaging/anlan"));
        for (String script : List.of("postinst", "prerm", "postrm")) {
            run(new ProcessBuilder("sh", "-n", "packaging/debian/" + script));
        }
    }

    @Test
    void thePackageForDebianHoldsTheProgramItsSettingsAndItsService() throws Exception {
        assertThat(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")))
                .as("dpkg-deb, which bin/test needs as it needs Debian")
                .isTrue();
        String deb = packed("_all.deb").toString();
        String files = run(new ProcessBuilder("dpkg-deb", "--contents", deb));
        assertThat(files)
                .contains("./usr/bin/anlan -> ../share/anlan/bin/anlan")
                .contains(
                        "./usr/share/anlan/anlan.jar",
                        "./usr/share/anlan/lib/picocli-",
                        "./usr/share/anlan/data/shishi/demo.json")
                .contains("./etc/anlan/anlan.toml", "./lib/systemd/system/anlan.service")
                .contains("./usr/share/doc/anlan/copyright", "./usr/share/doc/anlan/operation.md");
        assertThat(files.lines()).allMatch(line -> line.contains(" root/root "));
        assertThat(run(new ProcessBuilder("dpkg-deb", "--field", deb)))
                .contains("Package: anlan", "openjdk-17-jre-headless | java17-runtime-headless", "Architecture: all");
        run(new ProcessBuilder("dpkg-deb", "--extract", deb, folder.toString()));
        assertThat(folder.resolve("etc/anlan/anlan.toml")).content().contains("data = \"/var/lib/anlan\"");
        run(new ProcessBuilder(
                "dpkg-deb", "--control", deb, folder.resolve("DEBIAN").toString()));
        assertThat(folder.resolve("DEBIAN/conffiles")).content().isEqualTo("/etc/anlan/anlan.toml\n");
        assertThat(folder.resolve("DEBIAN/postinst")).isExecutable();
    }

    @Test
    void anInstalledLauncherTakesItsSettingsFromEtc() throws Exception {
        run(new ProcessBuilder("dpkg-deb", "--extract", packed("_all.deb").toString(), folder.toString()));
        ProcessBuilder config =
                new ProcessBuilder(folder.resolve("usr/bin/anlan").toString(), "config");
        config.directory(folder.toFile());
        config.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(run(config).lines())
                .anyMatch(
                        line -> line.matches("data +=.* /var/lib/anlan .*" + folder + "/etc/anlan/anlan.toml:\\d+.*"));
    }

    /** The service manager waits longer than the service takes to end: for requests, and 10 s for what comes after them. */
    @Test
    void theServiceHasTimeToEnd() throws IOException {
        String unit = Files.readString(Path.of("packaging", "anlan.service"));
        int patience = unit.lines()
                .filter(line -> line.startsWith("TimeoutStopSec="))
                .mapToInt(line -> Integer.parseInt(line.substring("TimeoutStopSec=".length())))
                .sum();
        int within = Files.readString(Path.of("packaging", "anlan.toml"))
                .lines()
                .filter(line -> line.startsWith("stop-within = "))
                .mapToInt(line -> Integer.parseInt(line.substring("stop-within = ".length())))
                .sum();
        assertThat(patience).isGreaterThan(within + 10);
        assertThat(within).isPositive();
    }

    private static Path packed(String ending) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .reduce((one, other) -> {
                        throw new AssertionError("two packages: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static String run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command.command() + out).isZero();
        return out;
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }
}
