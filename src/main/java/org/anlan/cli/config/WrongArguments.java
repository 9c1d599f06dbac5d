package org.anlan.cli.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anlan.base.Masked;
import org.anlan.base.Refusal;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says of arguments that cannot be read what has to do with settings; everything else is left to the command line's own words. */
public final class WrongArguments {

    private static final Pattern PASSWORD_FLAG =
            Pattern.compile("-[^=]*(pas+w|pwd)[^=]*(=.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private WrongArguments() {}

    /**
     * The refusal in place of an exception.
     *
     * @param exception what stood in the way
     * @param arguments the arguments as they were given
     * @param configuration where values came from that no flag gave
     */
    public static Optional<Refusal> refusal(
            ParameterException exception, String[] arguments, Configuration configuration) {
        if (exception instanceof UnmatchedArgumentException
                && Arrays.stream(arguments).anyMatch(WrongArguments::holdsAPassword)) {
            return Optional.of(passwordAsFlag());
        }
        if (exception.getArgSpec() instanceof OptionSpec option
                && exception.getValue() != null
                && Settings.key(option).isPresent()) {
            String key = Settings.key(option).orElseThrow();
            return Optional.of(Settings.refusal(option, exception.getValue(), origin(key, arguments, configuration)));
        }
        return Optional.empty();
    }

    /** The refusal of a password on the command line. */
    public static Refusal passwordAsFlag() {
        return Refusal.invalid(
                "password-as-flag",
                "口令不能写在命令行上（进程列表会显示它）；请用 --db-password-file、环境变量 ANLAN_DB_PASSWORD 或配置文件中的 db-password",
                "A password cannot be given on the command line (the list of processes shows it); use --db-password-file, the environment variable ANLAN_DB_PASSWORD, or db-password in the configuration file");
    }

    /** Whether an argument looks like a flag for a password, also one that is misspelt, or like an address that holds one. */
    private static boolean holdsAPassword(String argument) {
        return (PASSWORD_FLAG.matcher(argument).matches() && !argument.startsWith("--db-password-file"))
                || !Masked.text(argument).equals(argument);
    }

    private static Origin origin(String key, String[] arguments, Configuration configuration) {
        String flag = "--" + key;
        boolean given = Arrays.stream(arguments).anyMatch(a -> a.equals(flag) || a.startsWith(flag + "="));
        Origin byFlag = new Origin(Origin.Kind.FLAG, flag);
        return given ? byFlag : configuration.find(key).map(Found::origin).orElse(byFlag);
    }
}
