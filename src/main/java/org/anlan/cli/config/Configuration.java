package org.anlan.cli.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anlan.base.Masked;
import org.anlan.base.Text;

/** What the environment and the configuration file say; flags stand above it. */
public final class Configuration {

    /** The key of the database's password. It has no flag, since a flag shows in the list of processes. */
    public static final String PASSWORD = "db-password";

    /** The key of what we show an OpenID Connect provider. It has no flag either. */
    public static final String OPENID_SECRET = "openid-secret";

    /** Nothing set. */
    public static final Configuration EMPTY = new Configuration(Map.of(), Set.of(), Optional.empty());

    private static final String PREFIX = "ANLAN_";

    private final Map<String, String> environment;
    private final Set<String> known;
    private final Optional<ConfigFile> file;

    private Configuration(Map<String, String> environment, Set<String> known, Optional<ConfigFile> file) {
        this.environment = environment;
        this.known = known;
        this.file = file;
    }

    /**
     * Reads the configuration file: the one that was named, else the one of ANLAN_CONFIG, else anlan.toml or anlan.properties in the working folder,
     * where there is one.
     *
     * @param named the file of the flag
     * @param environment the environment's variables
     * @param folder the working folder
     * @param known the keys that exist
     */
    public static Configuration load(
            Optional<Path> named, Map<String, String> environment, Path folder, Set<String> known) {
        Optional<Path> path = named.or(() -> Optional.ofNullable(environment.get(PREFIX + "CONFIG"))
                        .filter(name -> !name.isBlank())
                        .map(Path::of))
                .map(folder::resolve)
                .or(() -> Stream.of("anlan.toml", "anlan.properties")
                        .map(folder::resolve)
                        .filter(Files::exists)
                        .findFirst());
        return new Configuration(Map.copyOf(environment), known, path.map(p -> ConfigFile.read(p, known)));
    }

    /** The variable of a key. */
    public static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The value of a key: the environment's, else the file's. An empty one counts as none. */
    public Optional<Found> find(String key) {
        String variable = variable(key);
        return Optional.ofNullable(environment.get(variable))
                .map(value -> new Found(value.strip(), new Origin(Origin.Kind.ENVIRONMENT, variable)))
                .filter(found -> !found.value().isEmpty())
                .or(() -> file.map(f -> f.values().get(key))
                        .filter(found -> !found.value().isEmpty()));
    }

    /** The file that was read, where there was one. */
    public Optional<Path> file() {
        return file.map(ConfigFile::path);
    }

    /** What should be put right although it works: a password in a file that everybody can read, a variable whose name is nearly that of a setting. */
    public List<Text> warnings() {
        Stream<Text> exposed = file.stream()
                .filter(Configuration::holdsAPassword)
                .map(ConfigFile::path)
                .filter(Exposed::toOthers)
                .map(Exposed::warning);
        return Stream.concat(exposed, environment.keySet().stream().sorted().flatMap(name -> misspelt(name).stream()))
                .toList();
    }

    private Optional<Text> misspelt(String variable) {
        List<String> variables = known.stream().map(Configuration::variable).toList();
        if (!variable.startsWith(PREFIX) || variable.equals(PREFIX + "CONFIG") || variables.contains(variable)) {
            return Optional.empty();
        }
        return Nearest.of(key(variable), known)
                .map(nearest -> Text.of(
                        "环境变量 %s 不是任何设置，是否应为 %s？",
                        "The environment variable %s is no setting; is it meant to be %s?",
                        variable,
                        variable(nearest)));
    }

    private static String key(String variable) {
        return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean holdsAPassword(ConfigFile file) {
        return file.values().entrySet().stream()
                .anyMatch(pair -> pair.getKey().equals(PASSWORD)
                        || pair.getKey().equals(OPENID_SECRET)
                        || !Masked.text(pair.getValue().value())
                                .equals(pair.getValue().value()));
    }
}
