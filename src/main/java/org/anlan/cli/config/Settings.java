package org.anlan.cli.config;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anlan.base.Masked;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of the commands that are settings, and their values. */
public final class Settings {

    private Settings() {}

    /** All keys, of all commands, and those of the secrets, which have no option. */
    public static Set<String> keys(CommandLine program) {
        Set<String> keys = new TreeSet<>(Set.of(Configuration.PASSWORD, Configuration.OPENID_SECRET));
        for (CommandLine command : program.getSubcommands().values()) {
            command.getCommandSpec().options().forEach(option -> key(option).ifPresent(keys::add));
        }
        return keys;
    }

    /** The settings of one command, as they are declared. */
    public static List<OptionSpec> of(CommandSpec command) {
        return command.options().stream()
                .filter(option -> key(option).isPresent())
                .toList();
    }

    /** The key of an argument that is a setting. */
    public static Optional<String> key(ArgSpec argument) {
        return mark(argument).map(mark -> ((OptionSpec) argument).longestName().replaceFirst("^-+", ""));
    }

    /** The value of a setting as it is shown; nothing where there is none. */
    public static Optional<String> shown(OptionSpec option) {
        Object value = option.getValue();
        if (value instanceof Optional<?> optional) {
            return optional.map(Object::toString).map(Masked::text);
        }
        if (value instanceof Collection<?> many) {
            return Optional.of(many.stream().map(Object::toString).collect(Collectors.joining(",")))
                    .filter(words -> !words.isEmpty());
        }
        return Optional.ofNullable(value).map(Object::toString).map(Masked::text);
    }

    /** Where the value of a setting of a command that runs comes from. */
    public static Origin origin(CommandSpec command, String key) {
        ParseResult parsed = command.commandLine().getParseResult();
        String flag = "--" + key;
        return parsed.hasMatchedOption(flag)
                ? new Origin(Origin.Kind.FLAG, flag)
                : Defaults.of(command).find(key).map(Found::origin).orElse(Origin.DEFAULT);
    }

    /** Refuses a number that is too small or too great. */
    public static void check(CommandSpec command) {
        for (OptionSpec option : of(command)) {
            Setting mark = mark(option).orElseThrow();
            if (option.getValue() instanceof Integer number && (number < mark.min() || number > mark.max())) {
                String key = key(option).orElseThrow();
                throw BadSetting.of(key, number.toString(), origin(command, key), expected(option));
            }
        }
    }

    /** The refusal of words that the option's type cannot hold. */
    static Refusal refusal(OptionSpec option, String words, Origin origin) {
        return BadSetting.of(key(option).orElseThrow(), words, origin, expected(option));
    }

    /** What an option can be. */
    private static Text expected(OptionSpec option) {
        Setting mark = mark(option).orElseThrow();
        Class<?> type = option.type();
        if (type.isEnum()) {
            String words = Arrays.stream(type.getEnumConstants())
                    .map(word -> word.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return Text.of("其中之一：%s", "one of %s", words);
        }
        if (type == boolean.class) {
            return Text.of("true 或 false", "true or false");
        }
        return mark.max() == Integer.MAX_VALUE
                ? Text.of("不小于 %d 的整数", "a whole number from %d", mark.min())
                : Text.of("%d 到 %d 的整数", "a whole number from %d to %d", mark.min(), mark.max());
    }

    private static Optional<Setting> mark(ArgSpec argument) {
        return argument.isOption() && argument.userObject() instanceof Field field
                ? Optional.ofNullable(field.getAnnotation(Setting.class))
                : Optional.empty();
    }
}
