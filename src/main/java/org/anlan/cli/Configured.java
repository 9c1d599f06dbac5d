package org.anlan.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.cli.config.Configuration;
import org.anlan.cli.config.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * The configuration that a command runs under, or what is wrong with it. A wrong file stops every command but is no reason to withhold help.
 *
 * @param configuration what holds
 * @param problem what is wrong
 */
record Configured(Configuration configuration, Optional<Refusal> problem) {

    static Configured load(CommandLine program, Map<String, String> environment, Path folder, String... arguments) {
        try {
            return new Configured(
                    Configuration.load(ConfigFlag.in(arguments), environment, folder, Settings.keys(program)),
                    Optional.empty());
        } catch (Refusal refusal) {
            return new Configured(Configuration.EMPTY, Optional.of(refusal));
        }
    }

    /** Runs the command that was asked for, when its settings are as they should be. */
    int run(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        if (problem.isPresent()) {
            throw problem.get();
        }
        if (parsed.hasSubcommand()) {
            CommandSpec command = parsed.subcommand().commandSpec();
            Settings.check(command);
            if (!(command.userObject() instanceof ServeCommand)) { // which has them in its log
                configuration.warnings().forEach(warning -> System.err.println(warning.both()));
            }
        }
        return new RunLast().execute(parsed);
    }
}
