package org.anlan.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.anlan.base.EnumWord;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.coast.CoastTargets;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.CountingRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code anlan rules}: the counting rule sets and targets, those of the installation's own catalogue folder included. Opens no store. A broken file is told with
 * its place and the reason, and the exit code is 2: the way to check a file while it is edited.
 */
@Command(name = "rules", description = "列出并校验统计规则和目标 / list and check the counting rule sets and targets")
final class RulesCommand implements Callable<Integer> {

    @Mixin
    private CatalogFlag catalog;

    @Mixin
    ConfigFlag config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助 / show this help")
    boolean help;

    @Override
    public Integer call() {
        Catalog layers = CatalogReader.load(catalog.folder());
        CountingRuleSets rules = CountingRuleSets.load(catalog.folder(), layers);
        for (CountingRules set : rules.all()) {
            System.out.println(
                    set.name() + "  " + set.title().both() + (set.equals(rules.usual()) ? "  （缺省 default）" : ""));
            for (CountingRules.Row row : set.table()) {
                System.out.printf(
                        Locale.ROOT,
                        "    %-12s %-18s %s%n",
                        row.type1().orElse("*"),
                        row.type2().orElse("*"),
                        EnumWord.of(row.counts()));
            }
        }
        CoastTargets targets = CoastTargets.load(catalog.folder());
        targets.all()
                .forEach(target -> System.out.println("≥ " + target.percent() + " %  " + target.id() + "@"
                        + target.version() + "  " + target.title().both()
                        + (target.equals(targets.usual()) ? "  （缺省 default）" : "")));
        return 0;
    }
}
