package org.anlan.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class Common {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "anlan-data",
            description = "数据目录 / data folder (default: ./${DEFAULT-VALUE})")
    Path data;

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "本单位的图层目录，增加或替换图层 / own catalogue folder: adds or overrides layers")
    Optional<Path> catalog = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助 / show this help")
    boolean help;

    Installation open() {
        return Installation.open(data, catalog);
    }
}
