package org.anlan.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.anlan.outfall.OutfallFilter;
import org.anlan.outfall.OutfallPage;
import org.anlan.outfall.OutfallText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan outfall list}. */
@Command(name = "list", description = "列出 / list them")
final class ListOutfallsCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(names = "--kind", defaultValue = "", description = "sea（入海）, river（入河）")
    private String kind;

    @Option(names = "--class1", defaultValue = "", description = "一级分类代码 / class, level 1")
    private String class1;

    @Option(names = "--class2", defaultValue = "", description = "二级分类代码 / class, level 2")
    private String class2;

    @Option(names = "--town", defaultValue = "", description = "乡镇代码或名称 / code or name of the town")
    private String town;

    @Option(names = "--bay", defaultValue = "", description = "海湾代码 / code of the bay")
    private String bay;

    @Option(names = "--receiving", defaultValue = "", description = "受纳水体 / receiving water")
    private String receiving;

    @Option(names = "--state", defaultValue = "", description = "状态代码 / state")
    private String state;

    @Option(names = "--overdue", description = "只要逾期的 / overdue ones only")
    private boolean overdue;

    @Option(names = "--exceeding", description = "只要最近一次监测超标的 / those whose newest reading is above a limit")
    private boolean exceeding;

    @Option(names = "--text", defaultValue = "", description = "编码、名称或责任主体中的文字 / words in code, name, party")
    private String text;

    @Option(names = "--after", defaultValue = "", paramLabel = "CODE", description = "从该编码之后 / behind this code")
    private String after;

    @Option(
            names = "--sort",
            description = "code, name, town, state, exceedances，前加“-”为降序 / falling with - before it (default: code)")
    private Optional<String> sort = Optional.empty();

    @Option(names = "--offset", defaultValue = "0", description = "先略过几个 / so many are passed over first")
    private int offset;

    @Option(names = "--limit", defaultValue = "100", description = "最多 / at most (default: ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private FigureFlags printing;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            printing.print(OutfallText.forms(
                    installation
                            .outfalls()
                            .lists()
                            .list(
                                    new OutfallFilter(
                                            kind,
                                            class1,
                                            class2,
                                            town,
                                            bay,
                                            receiving,
                                            state,
                                            overdue ? Optional.of(true) : Optional.empty(),
                                            exceeding ? Optional.of(true) : Optional.empty(),
                                            text),
                                    OutfallPage.of(
                                            sort,
                                            after,
                                            Math.max(0, offset),
                                            Math.max(1, Math.min(limit, OutfallPage.MOST)))),
                    installation.catalog()));
        }
        return 0;
    }
}
