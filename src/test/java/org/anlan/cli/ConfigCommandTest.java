package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which place a setting is taken from, and what is said when it is wrong. */
class ConfigCommandTest {

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void withoutAnythingEverySettingIsTheDefault() throws IOException {
        JsonNode settings = settings();
        assertThat(settings.path("port").path("value").asText()).isEqualTo("8080");
        assertThat(settings.path("data").path("value").asText()).isEqualTo("anlan-data");
        assertThat(settings.path("demo").path("value").asText()).isEqualTo("false");
        assertThat(settings.path("stop-within").path("value").asText()).isEqualTo("25");
        assertThat(settings.path("db").path("value").isNull()).isTrue();
        assertThat(settings).allMatch(setting -> setting.path("from").asText().equals("default"));
    }

    @Test
    void aFlagWinsOverTheEnvironment() throws IOException {
        environment.put("ANLAN_KEEP_UPLOADS", "7");
        assertSetting("keep-uploads", "9", "flag", "--keep-uploads", "--keep-uploads", "9");
    }

    @Test
    void aFlagWinsOverTheFile() throws IOException {
        toml("port = 7001");
        assertSetting("port", "7003", "flag", "--port", "--port=7003");
    }

    @Test
    void aFlagWinsOverTheDefault() throws IOException {
        assertSetting("demo", "true", "flag", "--demo", "--demo");
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        toml("port = 7001");
        environment.put("ANLAN_PORT", "7002");
        assertSetting("port", "7002", "environment", "ANLAN_PORT");
    }

    @Test
    void theEnvironmentWinsOverTheDefault() throws IOException {
        environment.put("ANLAN_LOG", "json");
        assertSetting("log", "json", "environment", "ANLAN_LOG");
    }

    @Test
    void theFileWinsOverTheDefaultAndItsLineIsTold() throws IOException {
        Path file = toml("# 端口\nport = 7001\ntrusted-proxies = [\"127.0.0.1\", \"::1\"]\ndemo = true");
        assertSetting("port", "7001", "file", file + ":2");
        assertSetting("trusted-proxies", "127.0.0.1,::1", "file", file + ":3");
        assertSetting("demo", "true", "file", file + ":4");
    }

    @Test
    void aFlagThatTheFileSetsStaysOnWhenItIsGivenAgainAndCanBeTurnedOff() throws IOException {
        toml("demo = true");
        assertSetting("demo", "true", "flag", "--demo", "--demo");
        assertSetting("demo", "false", "flag", "--demo", "--demo=false");
    }

    @Test
    void anEmptyVariableCountsAsNone() throws IOException {
        toml("port = 7001");
        environment.put("ANLAN_PORT", " ");
        assertThat(settings().path("port").path("from").asText()).isEqualTo("file");
    }

    @Test
    void aPropertiesFileIsReadAsUtf8() throws IOException {
        Path file = Files.writeString(folder.resolve("anlan.properties"), "# 数据\ndata = 数据\nport: 7001\n");
        assertSetting("data", "数据", "file", file + ":2");
        assertSetting("port", "7001", "file", file + ":3");
    }

    @Test
    void theFileOfTheFlagWinsOverThatOfTheEnvironmentAndThatOverTheWorkingFolder() throws IOException {
        toml("port = 7001");
        Files.writeString(folder.resolve("anlan.properties"), "port = 7000");
        assertThat(settings().path("port").path("value").asText()).isEqualTo("7001");
        Path second = Files.writeString(folder.resolve("second.properties"), "port = 7002");
        environment.put("ANLAN_CONFIG", second.toString());
        assertThat(settings().path("port").path("value").asText()).isEqualTo("7002");
        Path third = Files.writeString(folder.resolve("third.toml"), "\uFEFFport = 7003");
        assertSetting("port", "7003", "file", third + ":1", "--config", third.toString());
    }

    @Test
    void theSettingsArePrintedForPeopleWithTheirOrigins() throws IOException {
        toml("port = 7001");
        environment.put("ANLAN_JOBS", "4");
        assertThat(run("config", "--host", "0.0.0.0")).isZero();
        assertThat(output().lines())
                .anyMatch(line -> line.matches("port +=.* 7001 .*# 配置文件 .*anlan.toml:1 / the configuration file, .*"))
                .anyMatch(line -> line.matches("jobs += 4 .*# 环境变量 ANLAN_JOBS / .*"))
                .anyMatch(line -> line.matches("host += 0.0.0.0 .*# 命令行 --host / the command line, --host"))
                .anyMatch(line -> line.matches("rate += 0 .*# 缺省值 / the default"));
    }

    @Test
    void anUnknownKeyIsToldWithItsLineAndTheNearest() throws IOException {
        Path file = toml("data = \"x\"\n\nkeep-upload = 3");
        assertThat(run("config")).isEqualTo(2);
        assertThat(errors()).contains("unknown-setting: ", file + ":3", "keep-upload", "the nearest is keep-uploads");
    }

    @Test
    void anUnknownKeyThatIsLikeNothingIsToldWithAllThereAre() throws IOException {
        Files.writeString(folder.resolve("anlan.properties"), "zzzz=1");
        assertThat(run("retention")).isEqualTo(2);
        assertThat(errors()).contains("unknown-setting: ", "zzzz", "data, db, db-connections");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port         | 70000 | a whole number from 0 to 65535",
                "port         | http  | a whole number from 0 to 65535",
                "jobs         | 0     | a whole number from 1 to 64",
                "max-upload   | 4000  | a whole number from 1 to 2048",
                "rate         | -1    | a whole number from 0 to 1000000",
                "log          | xml   | one of text, json",
                "demo         | yes   | true or false",
                "trusted-proxies | proxy.example.org | IP addresses",
                "trusted-proxies | 300.1.1.1 | IP addresses",
                "db           | mysql://x | jdbc:postgresql://HOST:PORT/DATABASE",
                "db-replica   | x     | jdbc:postgresql://HOST:PORT/DATABASE",
                "statement-timeout | 0 | a whole number from 1 to 86400",
                "db-connections | 1.5 | a whole number from 2 to 1000",
                "db-password-file | /nowhere/password | first line"
            })
    void aBadValueIsToldWithItsSettingItsPlaceAndWhatItCanBe(String key, String value, String expected)
            throws IOException {
        Path file = toml(key + " = \"" + value + "\"");
        assertThat(run("config")).isEqualTo(2);
        assertThat(errors())
                .contains("bad-setting: ", key, "“" + value + "”", file + ":1", expected)
                .doesNotContain("Exception");
        complained.reset();
        Files.delete(file);
        environment.put("ANLAN_" + key.replace('-', '_').toUpperCase(Locale.ROOT), value);
        assertThat(run("config")).isEqualTo(2);
        assertThat(errors()).contains("环境变量 ANLAN_" + key.replace('-', '_').toUpperCase(Locale.ROOT), expected);
        environment.clear();
        complained.reset();
        assertThat(run("config", "--" + key + "=" + value)).isEqualTo(2);
        assertThat(errors()).contains("命令行 --" + key, expected);
    }

    @Test
    void aBadSettingStopsTheServiceBeforeAnythingIsMade() throws IOException {
        toml("stop-within = 99999");
        Path data = folder.resolve("data");
        assertThat(run("serve", "--data", data.toString())).isEqualTo(2);
        assertThat(errors()).contains("bad-setting: ", "stop-within");
        assertThat(data).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereOrNotAFileIsTold() throws IOException {
        assertThat(run("config", "--config", folder.resolve("none.toml").toString()))
                .isEqualTo(2);
        assertThat(errors()).contains("no-config-file: ", "none.toml", "ANLAN_CONFIG");
        complained.reset();
        assertThat(run("config", "--config", folder.toString())).isEqualTo(2);
        assertThat(errors()).contains("config-not-readable: ");
        complained.reset();
        Path yaml = Files.writeString(folder.resolve("anlan.yaml"), "port: 1");
        assertThat(run("config", "--config", yaml.toString())).isEqualTo(2);
        assertThat(errors()).contains("config-format-unknown: ", ".toml", ".properties");
    }

    @Test
    void aFileInAnotherEncodingIsTold() throws IOException {
        Files.write(folder.resolve("anlan.toml"), "data = \"数据\"".getBytes(Charset.forName("GBK")));
        assertThat(run("config")).isEqualTo(2);
        assertThat(errors()).contains("config-not-utf8: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port = 1;db-password = hush | config-not-toml: | 2",
                "db-password = \"hush | config-not-toml: | 1",
                "port = 1;port = 2 | config-not-toml: | 2",
                "[db];url = \"x\" | config-has-tables: | db"
            })
    void aFileThatIsNotWellFormedIsToldWithItsLineAndWithoutItsText(String lines, String code, String where)
            throws IOException {
        toml(lines.replace(";", "\n"));
        assertThat(run("config")).isEqualTo(2);
        assertThat(errors()).contains(code, where).doesNotContain("hush", "Exception");
    }

    @Test
    void aBrokenEscapeInAPropertiesFileIsTold() throws IOException {
        Files.writeString(folder.resolve("anlan.properties"), "data = \\users\\anlan");
        assertThat(run("config")).isEqualTo(2);
        assertThat(errors()).contains("config-not-properties: ");
    }

    @Test
    void aBrokenFileIsNoReasonToWithholdHelp() throws IOException {
        toml("nix = 1");
        assertThat(run("serve", "--help")).isZero();
        assertThat(output()).contains("--stop-within");
        assertThat(run("--version")).isZero();
    }

    @Test
    void passwordsAreNeverPrinted() throws IOException {
        Path file = toml(
                "db-password = \"hush1\"\ndb = \"jdbc:postgresql://anlan:hush2@127.0.0.1:1/coast?password=hush3\"");
        assertThat(run("config")).isZero();
        assertThat(run("config", "--format", "json")).isZero();
        environment.put("ANLAN_DB_PASSWORD", "hush4");
        assertThat(run("config")).isZero();
        assertThat(output())
                .contains("db-password        = ***", "anlan:***@127.0.0.1:1", "password=***", "ANLAN_DB_PASSWORD");
        assertThat(run("retention", "--data", folder.resolve("data").toString()))
                .isEqualTo(2);
        assertThat(errors()).contains("database-away: ", "jdbc:postgresql://127.0.0.1:1/coast");
        Files.writeString(file, "db = \"postgres://anlan:hush5@db/coast\"");
        assertThat(run("config")).isEqualTo(2);
        assertThat(errors()).contains("bad-setting: ", "postgres://anlan:***@db/coast");
        assertThat(output() + errors()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource({
        "--db-password=hush",
        "--db-pasword=hush",
        "--password=hush",
        "--db=jdbc:postgresql://anlan:hush@db/coast",
        "--db=jdbc:postgresql://db/coast?user=anlan&password=hush",
        "--database=jdbc:postgresql://anlan:hush@db/coast",
        "jdbc:postgresql://anlan:hush@db/coast"
    })
    void aPasswordOnTheCommandLineIsRefusedAndNotRepeated(String argument) {
        assertThat(run("retention", argument)).isEqualTo(2);
        assertThat(errors())
                .contains("password-as-flag: ", "ANLAN_DB_PASSWORD", "--db-password-file")
                .doesNotContain("hush");
    }

    @Test
    void aPasswordBehindItsFlagIsRefusedAndNotRepeated() {
        assertThat(run("serve", "--db-password", "hush")).isEqualTo(2);
        assertThat(errors()).contains("password-as-flag: ").doesNotContain("hush");
    }

    @Test
    void aPasswordInAFileThatEverybodyCanReadIsWarnedOf() throws IOException {
        Path file = toml("db-password = \"hush\"");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("config")).isZero();
        assertThat(errors()).contains(file + " holds a password and every user of this machine can read it");
        complained.reset();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(run("config")).isZero();
        assertThat(errors()).isEmpty();
    }

    @Test
    void aVariableWhoseNameIsNearlyThatOfASettingIsTold() {
        environment.put("ANLAN_PROT", "7001");
        environment.put("ANLAN_HEAP", "1g");
        environment.put("ANLAN_JAVA_OPTS", "-Xint");
        assertThat(run("config")).isZero();
        assertThat(errors()).contains("ANLAN_PROT is no setting; is it meant to be ANLAN_PORT?");
        assertThat(errors().lines()).hasSize(1);
    }

    @Test
    void theExampleNamesEverySettingButThoseThatDoNotBelongInAFile() throws IOException {
        String example = Files.readString(Path.of("packaging", "anlan.toml"));
        toml(example);
        assertThat(run("config")).as(errors()).isZero();
        Path whole = toml(example.replaceAll("(?m)^# ([a-z-]+ = )", "$1"));
        Path password = Files.writeString(folder.resolve("password"), "hush");
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, JsonNode> setting :
                settings("--db-password-file", password.toString()).properties()) {
            if (!setting.getValue().path("where").asText().startsWith(whole + ":")) {
                others.add(setting.getKey());
            }
        }
        assertThat(others).containsExactlyInAnyOrder("demo", "db-password", "db-password-file");
    }

    @Test
    void theTableOfSettingsNamesEachWithItsDefault() throws IOException {
        String table = Files.readString(Path.of("docs", "operation.md"));
        for (Map.Entry<String, JsonNode> setting : settings().properties()) {
            String value = setting.getValue().path("value").asText("");
            String shown = setting.getValue().path("value").isNull() ? "" : "`" + value + "`";
            assertThat(table.lines())
                    .as(setting.getKey())
                    .anyMatch(line -> line.startsWith("| `" + setting.getKey() + "` | " + shown));
        }
    }

    @Test
    void aReplicaTakesNoCredentialsOfItsOwn() throws IOException {
        toml("db = \"jdbc:postgresql://db/coast\"\ndb-replica = \"jdbc:postgresql://anlan:hush@copy/coast\"");
        assertThat(run("config")).isEqualTo(2);
        assertThat(errors()).contains("db-replica", "opened with db-user").doesNotContain("hush");
    }

    private void assertSetting(String key, String value, String from, String where, String... more) throws IOException {
        JsonNode setting = settings(more).path(key);
        assertThat(setting.path("value").asText()).isEqualTo(value);
        assertThat(setting.path("from").asText()).isEqualTo(from);
        assertThat(setting.path("where").asText()).isEqualTo(where);
    }

    private JsonNode settings(String... more) throws IOException {
        printed.reset();
        String[] arguments = new String[more.length + 3];
        System.arraycopy(new String[] {"config", "--format", "json"}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        assertThat(run(arguments)).as(errors()).isZero();
        return new ObjectMapper().readTree(output()).path("settings");
    }

    private Path toml(String text) throws IOException {
        return Files.writeString(folder.resolve("anlan.toml"), text);
    }

    private int run(String... arguments) {
        return Commands.run(environment, folder, arguments);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return complained.toString(StandardCharsets.UTF_8);
    }
}
