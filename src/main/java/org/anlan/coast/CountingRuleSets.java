package org.anlan.coast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonFiles;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.coast.rules.CountingRulesBinder;

/**
 * The counting rule sets of an installation: those shipped with the service (resources/rules/coast) and its own.
 *
 * @param all the rule sets, versions of one of them side by side; the first is the one to use when none is named
 */
public record CountingRuleSets(List<CountingRules> all) {

    /**
     * The shipped rule sets, then those in {@code rules/coast/*.json} of the installation's catalogue folder, which add to them, add a version of one of them,
     * or take the place of one by id and version. A broken file is refused with the code "rules-broken", naming file, place and reason.
     */
    public static CountingRuleSets load(Optional<Path> overlayFolder) {
        return load(overlayFolder, CatalogReader.load(overlayFolder));
    }

    /** The same, for a catalogue that is read already; a table that names a type the catalogue does not have is refused. */
    public static CountingRuleSets load(Optional<Path> overlayFolder, Catalog catalog) {
        JsonFiles files = new JsonFiles("rules-broken");
        var shipped = files.shipped("rules/coast", files.index("rules/coast"));
        var own = overlayFolder
                .map(folder -> files.in(folder.resolve("rules").resolve("coast")))
                .orElse(List.of());
        List<CountingRules> all = new ArrayList<>();
        JsonFiles.byVersion(shipped, own).values().forEach(file -> all.add(CountingRulesBinder.bind(file, catalog)));
        return new CountingRuleSets(List.copyOf(all));
    }

    /**
     * The rule set that a word names: {@code id@version}, or an id for the newest version of it. Refused ({@code unknown-rule-set}) with the list of those that
     * exist.
     */
    public CountingRules find(String word) {
        return all.stream()
                .filter(rules -> rules.id().equals(word) || rules.name().equals(word))
                .max(Comparator.comparingInt(CountingRules::version))
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-rule-set",
                        "没有统计规则“%s”；现有：%s",
                        "There is no counting rule set \"%s\"; there are: %s",
                        word,
                        all.stream()
                                .map(rules -> several(rules.id()) ? rules.name() : rules.id())
                                .collect(Collectors.joining(", "))));
    }

    private boolean several(String id) {
        return all.stream().filter(rules -> rules.id().equals(id)).count() > 1;
    }

    /** The rule set that figures use when none is named: the newest version of the first. */
    public CountingRules usual() {
        return find(all.get(0).id());
    }
}
