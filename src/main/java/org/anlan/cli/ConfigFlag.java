package org.anlan.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that names the configuration file. It is looked for before the other options, which take their values from that file. */
@Command
final class ConfigFlag {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "配置文件 / configuration file (default: ANLAN_CONFIG, else anlan.toml or anlan.properties in the working folder)")
    private Optional<Path> file = Optional.empty();

    /** The file that the arguments name; arguments that cannot be read are left for the command itself to complain of. */
    static Optional<Path> in(String... arguments) {
        ConfigFlag flag = new ConfigFlag();
        try {
            CommandLine line = new CommandLine(flag);
            line.setUnmatchedArgumentsAllowed(true).parseArgs(arguments);
        } catch (ParameterException unreadable) {
            return Optional.empty();
        }
        return flag.file;
    }
}
