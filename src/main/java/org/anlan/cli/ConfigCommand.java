package org.anlan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.anlan.cli.config.Defaults;
import org.anlan.cli.config.Effective;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlan config}: what every setting is and where it comes from. Exit code 2 and the reason when one is wrong. */
@Command(name = "config", description = "显示各项设置及其来源 / show the settings and where each comes from")
final class ConfigCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Common common;

    @Mixin
    private ServeFlags flags;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private PrintedAs format;

    @Override
    public Integer call() {
        List<Effective> settings = Effective.of(command);
        switch (format) {
            case text -> ConfigReport.text(System.out, settings);
            case json ->
                System.out.println(
                        ConfigReport.json(settings, Defaults.of(command).file()).toPrettyString());
        }
        flags.options();
        common.database();
        return 0;
    }
}
