package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.cli.config.BadSetting;
import org.anlan.cli.config.Setting;
import org.anlan.cli.config.Settings;
import org.anlan.http.BaseMaps;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Names the base maps of other services. */
final class BaseMapFlags {

    private static final String KEY = "base-maps";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Setting
    @Option(
            names = "--" + KEY,
            paramLabel = "FILE",
            description = "底图服务清单（JSON）；不设则只用自带的离线底图 / JSON file with base maps of other services; none without it")
    private Optional<Path> file = Optional.empty();

    /** The base maps that the file lists. */
    BaseMaps maps() {
        if (file.isEmpty()) {
            return BaseMaps.NONE;
        }
        try {
            return BaseMaps.read(file.get());
        } catch (IOException | IllegalArgumentException e) {
            throw (RuntimeException) BadSetting.of(
                            KEY,
                            file.get().toString(),
                            Settings.origin(command, KEY),
                            Text.of("可读取的底图清单（%s）", "a file with a list of base maps (%s)", e.getMessage()))
                    .initCause(e);
        }
    }
}
