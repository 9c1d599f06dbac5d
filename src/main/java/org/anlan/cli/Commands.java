package org.anlan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.anlan.base.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
            ExportCommand.class,
            RetentionCommand.class,
            PasswordCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Commands {

    /** Runs the command that the arguments name and gives the exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new Commands());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof Refusal refusal) {
                System.err.println(refusal.code() + ": " + refusal.text().zh());
                System.err.println(refusal.text().en());
                return 2;
            }
            throw exception;
        });
        if (arguments.length == 0) {
            line.usage(System.out);
            return 0;
        }
        return line.execute(arguments);
    }
}
