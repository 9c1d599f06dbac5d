package org.anlan.cli.config;

import java.util.Arrays;
import java.util.Optional;
import org.anlan.base.Refusal;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says of arguments that cannot be read what has to do with settings; everything else is left to the command line's own words. */
public final class WrongArguments {

    private static final String PASSWORD_FLAG = "--" + Configuration.PASSWORD;

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
                && Arrays.stream(arguments).anyMatch(WrongArguments::isPassword)) {
            return Optional.of(
                    Refusal.invalid(
                            "password-as-flag",
                            "口令不能写在命令行上（进程列表会显示它）；请用 --db-password-file、环境变量 ANLAN_DB_PASSWORD 或配置文件中的 db-password",
                            "A password cannot be given on the command line (the list of processes shows it); use --db-password-file, the environment variable ANLAN_DB_PASSWORD, or db-password in the configuration file"));
        }
        if (exception.getArgSpec() instanceof OptionSpec option
                && exception.getValue() != null
                && Settings.key(option).isPresent()) {
            String key = Settings.key(option).orElseThrow();
            return Optional.of(Settings.refusal(option, exception.getValue(), origin(key, arguments, configuration)));
        }
        return Optional.empty();
    }

    private static boolean isPassword(String argument) {
        return argument.equals(PASSWORD_FLAG) || argument.startsWith(PASSWORD_FLAG + "=");
    }

    private static Origin origin(String key, String[] arguments, Configuration configuration) {
        String flag = "--" + key;
        boolean given = Arrays.stream(arguments).anyMatch(a -> a.equals(flag) || a.startsWith(flag + "="));
        Origin byFlag = new Origin(Origin.Kind.FLAG, flag);
        return given ? byFlag : configuration.find(key).map(Found::origin).orElse(byFlag);
    }
}
