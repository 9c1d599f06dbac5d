package org.anlan.cli.config;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Gives an option that was not set by a flag its value from the environment or the file. */
public final class Defaults implements IDefaultValueProvider {

    private final Configuration configuration;

    /** Values of this configuration. */
    public Defaults(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The configuration that the options of a command take their values from. */
    public static Configuration of(CommandSpec command) {
        return ((Defaults) command.defaultValueProvider()).configuration;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        return Settings.key(argument)
                .flatMap(configuration::find)
                .map(Found::value)
                .orElse(null);
    }
}
