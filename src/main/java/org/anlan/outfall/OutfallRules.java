package org.anlan.outfall;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.json.JsonFiles;
import org.anlan.base.json.JsonValue;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;

/**
 * What an installation may set about its outfalls: which step may follow which state (plan §6.2.2, 查·测·溯·治·管), what counts as done, what they are looked at for by
 * place. A table of data: {@code rules/outfalls/ledger.json}, in whose place an installation may put its own.
 *
 * @param version version of the table
 * @param steps the steps there are, in the order of the work
 * @param toBeRemediated states in which an outfall is to be remediated even where no treatment is stated
 * @param done states in which the remediation is finished
 * @param writtenOff states in which it is accepted as well
 * @param bayWithinM how far from a bay an outfall may lie to count in it where it states none, metres
 * @param coastWithinM how far the nearest segment of the coast may be to be named, metres
 * @param nearTo layers whose features are named when an outfall is near them
 */
public record OutfallRules(
        int version,
        List<Step> steps,
        Set<String> toBeRemediated,
        Set<String> done,
        Set<String> writtenOff,
        double bayWithinM,
        double coastWithinM,
        List<Near> nearTo) {

    /** The word for the state of an outfall that nobody has told yet. */
    public static final String UNKNOWN = "unknown";

    private static final int MOST = 100;
    private static final String STATES = "outfall-state";

    /**
     * A step.
     *
     * @param word its word
     * @param from the states after which it may come
     * @param to the state in which it leaves the outfall
     * @param needsReason it needs a remark that says why
     */
    public record Step(String word, Set<String> from, String to, boolean needsReason) {}

    /**
     * Features that should not be near.
     *
     * @param layer their layer
     * @param withinM what is near, metres
     */
    public record Near(String layer, double withinM) {}

    /** The shipped table, or the installation's own; a broken one is refused ({@code rules-broken}). */
    public static OutfallRules load(Optional<Path> ownFolder, Catalog catalog) {
        JsonFiles files = new JsonFiles("rules-broken");
        List<JsonValue> shipped = files.shipped("rules/outfalls", files.index("rules/outfalls"));
        List<JsonValue> own = ownFolder
                .map(folder -> files.in(folder.resolve("rules").resolve("outfalls")))
                .orElse(List.of());
        return bind(JsonFiles.byId(shipped, own).get("ledger"), catalog);
    }

    private static OutfallRules bind(JsonValue root, Catalog catalog) {
        root.object(
                Set.of(
                        "id",
                        "version",
                        "steps",
                        "toBeRemediated",
                        "done",
                        "writtenOff",
                        "bayWithinM",
                        "coastWithinM",
                        "nearTo"),
                Set.of());
        CodeList states = catalog.codeList(STATES);
        List<Step> steps = new ArrayList<>();
        for (JsonValue step : root.at("steps").list(MOST)) {
            step.object(Set.of("step", "from", "to", "needsReason"), Set.of());
            steps.add(new Step(
                    known(step.at("step"), states),
                    states(step.at("from"), states, true),
                    known(step.at("to"), states),
                    step.at("needsReason").bool()));
        }
        List<Near> near = new ArrayList<>();
        for (JsonValue one : root.at("nearTo").list(MOST)) {
            one.object(Set.of("layer", "withinM"), Set.of());
            String layer = one.at("layer").text();
            if (catalog.find(layer).isEmpty()) {
                throw one.at("layer").broken("没有图层“%s”", "names no layer: \"%s\"", layer);
            }
            near.add(new Near(layer, one.at("withinM").number(0, 100_000)));
        }
        return new OutfallRules(
                root.at("version").integer(1, 1_000_000),
                List.copyOf(steps),
                states(root.at("toBeRemediated"), states, false),
                states(root.at("done"), states, false),
                states(root.at("writtenOff"), states, false),
                root.at("bayWithinM").number(0, 100_000),
                root.at("coastWithinM").number(0, 100_000),
                List.copyOf(near));
    }

    private static Set<String> states(JsonValue list, CodeList states, boolean orUnknown) {
        List<String> words = new ArrayList<>();
        for (JsonValue one : list.list(MOST)) {
            words.add(orUnknown && one.text().equals(UNKNOWN) ? UNKNOWN : known(one, states));
        }
        return Set.copyOf(words);
    }

    private static String known(JsonValue value, CodeList states) {
        String word = value.text();
        if (states.entry(word).isEmpty()) {
            throw value.broken("代码表 %s 没有“%s”", "is no code of the list %s: \"%s\"", STATES, word);
        }
        return word;
    }

    /** The step of this word. */
    public Optional<Step> step(String word) {
        return steps.stream().filter(step -> step.word().equals(word)).findFirst();
    }

    /** The words of the steps that may follow a state. */
    public List<String> after(String state) {
        return steps.stream()
                .filter(step -> step.from().contains(state))
                .map(Step::word)
                .toList();
    }
}
