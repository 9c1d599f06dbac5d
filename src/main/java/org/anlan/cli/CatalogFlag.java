package org.anlan.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.anlan.cli.config.Setting;
import picocli.CommandLine.Option;

/** The option that names the installation's own catalogue. */
final class CatalogFlag {

    @Setting
    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "本单位的图层目录，增加或替换图层 / own catalogue folder: adds or overrides layers")
    private Optional<Path> folder = Optional.empty();

    /** The folder, where one is named. */
    Optional<Path> folder() {
        return folder;
    }
}
