package org.anlan.coast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonFiles;
import org.anlan.base.json.JsonValue;

/**
 * The targets of an installation: its own, then those shipped with the service (resources/rules/coast-targets).
 *
 * @param all the targets; the first is the one to use when none is named
 */
public record CoastTargets(List<CoastTarget> all) {

    private static final String FOLDER = "coast-targets";

    /**
     * Those in {@code rules/coast-targets/*.json} of the installation's catalogue folder by the names of their files, then the shipped ones whose id is not among
     * them. A broken file is refused with the code "rules-broken", naming file, place and reason.
     */
    public static CoastTargets load(Optional<Path> overlayFolder) {
        JsonFiles files = new JsonFiles("rules-broken");
        List<JsonValue> own = overlayFolder
                .map(folder -> files.in(folder.resolve("rules").resolve(FOLDER)))
                .orElse(List.of());
        var ownById = JsonFiles.byId(List.of(), own);
        var shipped = JsonFiles.byId(files.shipped("rules/" + FOLDER, files.index("rules/" + FOLDER)), List.of());
        List<CoastTarget> all = new ArrayList<>();
        Stream.concat(
                        ownById.values().stream(),
                        shipped.entrySet().stream()
                                .filter(file -> !ownById.containsKey(file.getKey()))
                                .map(file -> file.getValue()))
                .forEach(file -> all.add(bind(file)));
        return new CoastTargets(List.copyOf(all));
    }

    private static CoastTarget bind(JsonValue root) {
        root.object(Set.of("id", "version", "title", "about", "percent"), Set.of());
        return new CoastTarget(
                root.at("id").text(),
                root.at("version").integer(1, 1_000_000),
                root.at("title").bilingual(),
                root.at("about").bilingual(),
                root.at("percent").number(0, 100));
    }

    /** The target that figures use when none is named. */
    public CoastTarget usual() {
        return all.get(0);
    }

    /**
     * The target that a word names: an id, or a number of percent from 0 to 100. Refused ({@code unknown-target}) with the ids that there are.
     */
    public RetentionFigure.Target find(String word) {
        return all.stream()
                .filter(target -> target.id().equals(word))
                .findFirst()
                .map(CoastTargets::configured)
                .or(() -> percent(word))
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-target",
                        "目标“%s”应为 0 到 100 的百分数，或：%s",
                        "The target \"%s\" should be a number of percent from 0 to 100, or one of: %s",
                        word,
                        String.join(", ", all.stream().map(CoastTarget::id).toList())));
    }

    /** The target that is asked for, as {@link #find} says; without a word the usual one for the mainland and none for islands. */
    Optional<RetentionFigure.Target> asked(Optional<String> word, Coast coast) {
        return word.isPresent() || coast == Coast.ISLAND ? word.map(this::find) : Optional.of(configured(usual()));
    }

    /** A configured target as figures name it. */
    private static RetentionFigure.Target configured(CoastTarget target) {
        return new RetentionFigure.Target(
                target.percent(), Optional.of(new RetentionFigure.RuleSet(target.id(), target.version())));
    }

    private static Optional<RetentionFigure.Target> percent(String word) {
        try {
            double percent = Double.parseDouble(word);
            return percent >= 0 && percent <= 100
                    ? Optional.of(new RetentionFigure.Target(percent, Optional.empty()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
