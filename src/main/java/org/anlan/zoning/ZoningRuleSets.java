package org.anlan.zoning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonFiles;
import org.anlan.base.json.JsonValue;
import org.anlan.catalog.Catalog;
import org.anlan.zoning.rules.ZoningRulesBinder;

/**
 * The zoning rule sets of an installation: those shipped (resources/rules/zoning) and its own. A check asks all of them unless one is named.
 *
 * @param all the sets
 */
public record ZoningRuleSets(List<ZoningRules> all) {

    /**
     * The shipped sets, then those in {@code rules/zoning/*.json} of the installation's catalogue folder, which add to them or take their place by id. Refused
     * ({@code rules-broken}), naming file, place and reason: a broken file, a layer, field, code or activity that there is not, an id twice.
     */
    public static ZoningRuleSets load(Optional<Path> ownFolder, Catalog catalog) {
        JsonFiles files = new JsonFiles("rules-broken");
        List<JsonValue> shipped = files.shipped("rules/zoning", files.index("rules/zoning"));
        List<JsonValue> own = ownFolder
                .map(folder -> files.in(folder.resolve("rules").resolve("zoning")))
                .orElse(List.of());
        return new ZoningRuleSets(
                ZoningRulesBinder.bind(List.copyOf(JsonFiles.byId(shipped, own).values()), catalog));
    }

    /** The set of this id alone, or all when none is named; refused ({@code unknown-rule-set}) with those there are. */
    public List<ZoningRules> asked(Optional<String> id) {
        if (id.isEmpty()) {
            return all;
        }
        List<ZoningRules> found =
                all.stream().filter(set -> set.id().equals(id.get())).toList();
        if (found.isEmpty()) {
            throw Refusal.invalid(
                    "unknown-rule-set",
                    "没有分区规则“%s”；现有：%s",
                    "There is no set of zoning rules \"%s\"; there are: %s",
                    id.get(),
                    String.join(", ", all.stream().map(ZoningRules::id).toList()));
        }
        return found;
    }

    /** All activities, in the order of the files. */
    public List<ZoningRules.Activity> activities() {
        List<ZoningRules.Activity> activities = new ArrayList<>();
        all.forEach(set -> activities.addAll(set.activities()));
        return activities;
    }

    /** The activity of this code, or the first of all when none is named; refused ({@code unknown-activity}) with those there are. */
    public ZoningRules.Activity activity(Optional<String> code) {
        List<ZoningRules.Activity> activities = activities();
        return activities.stream()
                .filter(activity -> code.map(activity.code()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-activity",
                        "没有活动“%s”；可用：%s",
                        "There is no activity \"%s\"; there are: %s",
                        code.orElse(""),
                        String.join(
                                ", ",
                                activities.stream()
                                        .map(ZoningRules.Activity::code)
                                        .toList())));
    }
}
