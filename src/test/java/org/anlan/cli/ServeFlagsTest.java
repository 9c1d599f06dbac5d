package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.access.AnonymousAccess;
import org.anlan.base.Refusal;
import org.anlan.cli.config.Configuration;
import org.anlan.cli.config.Defaults;
import org.anlan.http.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the service is told by its flags and the environment, in the units it counts in. */
class ServeFlagsTest {

    @TempDir
    Path folder;

    @Test
    void withoutAnythingTheServiceIsOpenToThisMachineAlone() {
        assertThat(options(Map.of()))
                .isEqualTo(new ServeOptions(
                        "127.0.0.1",
                        8080,
                        false,
                        2,
                        Duration.ofDays(30),
                        Limits.usual(),
                        Optional.empty(),
                        4L << 30,
                        0,
                        AnonymousAccess.READ,
                        LogFormat.text));
    }

    @Test
    void everySettingArrives() throws UnknownHostException {
        Map<String, String> environment = Map.of(
                "ANLAN_HOST", "::1",
                "ANLAN_PORT", "0",
                "ANLAN_DEMO", "true",
                "ANLAN_JOBS", "1",
                "ANLAN_KEEP_UPLOADS", "1",
                "ANLAN_MAX_UPLOAD", "10",
                "ANLAN_TRUSTED_PROXIES", "10.0.0.1, fd00:0:0:0:0:0:0:1",
                "ANLAN_ANONYMOUS", "none",
                "ANLAN_LOG", "json",
                "ANLAN_STOP_WITHIN", "0");
        assertThat(options(
                        environment,
                        "--public-address=https://gis.example.cn/anlan/",
                        "--frozen=0",
                        "--tile-cache=3",
                        "--max-body=2",
                        "--heavy-at-once=3",
                        "--rate=100"))
                .isEqualTo(new ServeOptions(
                        "::1",
                        0,
                        true,
                        1,
                        Duration.ofDays(1),
                        new Limits(
                                10 << 20,
                                2 << 20,
                                3,
                                100,
                                Set.of(InetAddress.getByName("10.0.0.1"), InetAddress.getByName("fd00::1")),
                                Duration.ZERO),
                        Optional.of("https://gis.example.cn/anlan"),
                        0,
                        3 << 20,
                        AnonymousAccess.NONE,
                        LogFormat.json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gis.example.cn", "ftp://gis.example.cn", "https://a b", "https://a?x=1", "https://a\"><b"})
    void anAddressThatNoBrowserOpensIsRefused(String address) {
        assertThatThrownBy(() -> options(Map.of(), "--public-address=" + address))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("public-address");
    }

    private ServeOptions options(Map<String, String> environment, String... arguments) {
        Anything command = new Anything();
        CommandLine line = new CommandLine(command);
        line.setDefaultValueProvider(new Defaults(Configuration.load(Optional.empty(), environment, folder, Set.of())));
        line.parseArgs(arguments);
        return command.flags.options();
    }

    /** A command that serves. */
    @Command
    private static final class Anything {

        @Mixin
        private ServeFlags flags;
    }
}
