package org.anlan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.DiskFull;
import org.anlan.base.Refusal;
import org.anlan.cli.config.Defaults;
import org.anlan.cli.config.WrongArguments;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;

/** {@code anlan}: the command line as a whole. Exit codes: 0 done, 1 failed, 2 wrong arguments or refused, 3 findings block a hand-in. */
@Command(
        name = "anlan",
        description = "岸澜：生态分区与海岸线服务 / ecological zoning and coastline service",
        mixinStandardHelpOptions = true,
        version = "anlan 0.1.0",
        subcommands = {
            ServeCommand.class,
            InspectCommand.class,
            CheckCommand.class,
            ImportCommand.class,
            EditCommand.class,
            ExportCommand.class,
            RetentionCommand.class,
            ChangeCommand.class,
            RatesCommand.class,
            FrozenCommand.class,
            ScenarioCommand.class,
            RulesCommand.class,
            CoverageCommand.class,
            IndicatorsCommand.class,
            OutfallCommand.class,
            ImpactCommand.class,
            CasesCommand.class,
            MarkersCommand.class,
            UnitsCommand.class,
            AttachmentsCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CopyCommand.class,
            VerifyCommand.class,
            PasswordCommand.class,
            UserCommand.class,
            TokenCommand.class,
            AuditCommand.class,
            ConfigCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Commands {

    private static final int REFUSED = 2;

    /** Runs the command that the arguments name and gives the exit code. */
    public static int run(String... arguments) {
        return run(System.getenv(), Path.of(""), arguments);
    }

    /** The same under another environment and with another folder in which a configuration file is looked for. */
    static int run(Map<String, String> environment, Path folder, String... arguments) {
        CommandLine line = new CommandLine(new Commands());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        if (arguments.length == 0) {
            line.usage(System.out);
            return 0;
        }
        Configured configured = Configured.load(line, environment, folder, arguments);
        line.setDefaultValueProvider(new Defaults(configured.configuration()));
        line.setExecutionStrategy(parsed -> {
            try {
                return configured.run(parsed);
            } catch (Refusal refusal) {
                return refused(refusal);
            }
        });
        IParameterExceptionHandler inItsOwnWords = line.getParameterExceptionHandler();
        line.setParameterExceptionHandler((exception, given) -> {
            Optional<Refusal> refusal =
                    configured.problem().or(() -> WrongArguments.refusal(exception, given, configured.configuration()));
            return refusal.isPresent() ? refused(refusal.get()) : inItsOwnWords.handleParseException(exception, given);
        });
        line.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof Refusal refusal) {
                return refused(refusal);
            }
            Optional<Refusal> full = DiskFull.refusal(exception);
            if (full.isPresent()) {
                return refused(full.get());
            }
            throw exception;
        });
        return line.execute(arguments);
    }

    private static int refused(Refusal refusal) {
        System.err.println(refusal.code() + ": " + refusal.text().zh());
        System.err.println(refusal.text().en());
        return REFUSED;
    }
}
