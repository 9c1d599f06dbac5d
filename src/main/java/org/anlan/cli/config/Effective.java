package org.anlan.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a setting is in a command that runs.
 *
 * @param key the setting
 * @param shown its value with passwords as stars; none when it has none
 * @param origin where the value comes from
 */
public record Effective(String key, Optional<String> shown, Origin origin) {

    /** The settings of a command in the order in which they are declared, the database's password last. */
    public static List<Effective> of(CommandSpec command) {
        List<Effective> all = new ArrayList<>();
        for (OptionSpec option : Settings.of(command)) {
            String key = Settings.key(option).orElseThrow();
            all.add(new Effective(key, Settings.shown(option), Settings.origin(command, key)));
        }
        Optional<Found> password = Defaults.of(command).find(Configuration.PASSWORD);
        all.add(new Effective(
                Configuration.PASSWORD,
                password.map(found -> Secret.STARS),
                password.map(Found::origin).orElse(Origin.DEFAULT)));
        return all;
    }
}
