package org.anlan.coast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonFiles;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;

/**
 * The counting rule sets of an installation: those shipped with the service (resources/rules/coast) and its own.
 *
 * @param all the rule sets; the first is the one to use when none is named
 */
public record CountingRuleSets(List<CountingRules> all) {

    /**
     * The shipped rule sets, then those in {@code rules/coast/*.json} of the installation's catalogue folder, which add to them or take
     * their place by id. A broken file is refused with the code "rules-broken", naming file, place and reason.
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
        JsonFiles.byId(shipped, own).values().forEach(file -> all.add(CountingRulesBinder.bind(file, catalog)));
        return new CountingRuleSets(List.copyOf(all));
    }

    /** The rule set with this id; refused with the list of those that exist. */
    public CountingRules find(String id) {
        return all.stream()
                .filter(rules -> rules.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-rule-set",
                        "没有统计规则“%s”；现有：%s",
                        "There is no counting rule set \"%s\"; there are: %s",
                        id,
                        String.join(", ", all.stream().map(CountingRules::id).toList())));
    }

    /** The rule set that figures use when none is named. */
    public CountingRules usual() {
        return all.get(0);
    }
}
