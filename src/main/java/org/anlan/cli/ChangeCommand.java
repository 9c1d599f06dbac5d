package org.anlan.cli;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.coast.By;
import org.anlan.coast.Change;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.forms.ChangeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan change}: how the coast changed between two surveys. */
@Command(name = "change", description = "两次修测之间的岸线变化 / how the coast changed between two surveys")
final class ChangeCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(names = "--from", required = true, description = "较早的修测年度 / the older survey year")
    private int from;

    @Option(names = "--to", required = true, description = "较晚的修测年度 / the newer survey year")
    private int to;

    @Option(names = "--by", defaultValue = "city", description = "city, town, bay (default: ${DEFAULT-VALUE})")
    private String by;

    @Option(names = "--rules", description = "统计规则 / counting rule set (default: national-2017)")
    private Optional<String> rules = Optional.empty();

    @Option(names = "--revision", description = "按该修订时的状态 / the state at this revision")
    private Optional<Long> revision = Optional.empty();

    @Option(
            names = "--tolerance",
            paramLabel = "METRES",
            defaultValue = "50",
            description =
                    "岸线移动多远仍算同一段岸 / how far the line may have moved and still be the same coast (default: ${DEFAULT-VALUE})")
    private double tolerance;

    @Mixin
    private FigureFlags printing;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            ChangeFigure figure = installation
                    .analyses()
                    .change()
                    .figure(new Change.Question(
                            from,
                            to,
                            By.of(by),
                            rules,
                            revision.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                            tolerance));
            printing.print(ChangeText.forms(
                    figure, installation.catalog(), installation.analyses().backdrop()));
        }
        return 0;
    }
}
