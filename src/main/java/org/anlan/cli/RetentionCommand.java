package org.anlan.cli;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.coast.By;
import org.anlan.coast.Coast;
import org.anlan.coast.CrossTable;
import org.anlan.coast.CrossText;
import org.anlan.coast.Retention;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.RetentionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan retention}: the natural-coast retention ratio. */
@Command(name = "retention", description = "自然岸线保有率 / natural-coast retention ratio")
final class RetentionCommand implements Callable<Integer> {

    /** How the figure is printed. */
    enum Format {
        table,
        json,
        csv
    }

    @Mixin
    private Common common;

    @Option(names = "--year", description = "调查年度，缺省为最新 / survey year (default: the newest)")
    private Optional<Integer> year = Optional.empty();

    @Option(
            names = "--by",
            defaultValue = "city",
            description = "city, town, bay, protection, space, type1, type2, use (default: ${DEFAULT-VALUE})")
    private String by;

    @Option(names = "--across", description = "交叉表的列 / columns of a cross-table: protection, space, type1, type2, use")
    private Optional<String> across = Optional.empty();

    @Option(names = "--coast", defaultValue = "mainland", description = "mainland, island (default: ${DEFAULT-VALUE})")
    private String coast;

    @Option(
            names = "--target",
            description =
                    "保有率目标：百分数或目标代号 / target: percent or the id of one (default: the installation's own, else national)")
    private Optional<String> target = Optional.empty();

    @Option(names = "--rules", description = "统计规则 / counting rule set, ID or ID@VERSION (default: national-2017)")
    private Optional<String> rules = Optional.empty();

    @Option(names = "--revision", description = "按该修订时的状态 / the state at this revision")
    private Optional<Long> revision = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            Retention retention = installation.analyses().retention();
            System.out.print(
                    across.isPresent()
                            ? text(retention.table(question(), By.of(across.get())))
                            : text(retention.figure(question())));
        }
        return 0;
    }

    private Retention.Question question() {
        return new Retention.Question(
                year,
                Coast.of(coast),
                By.of(by),
                rules,
                target,
                revision.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    private String text(RetentionFigure figure) {
        return switch (format) {
            case table -> RetentionText.table(figure);
            case json -> RetentionText.tree(figure).toPrettyString() + System.lineSeparator();
            case csv -> RetentionText.csv(figure);
        };
    }

    private String text(CrossTable table) {
        return switch (format) {
            case table -> CrossText.table(table);
            case json -> CrossText.tree(table).toPrettyString() + System.lineSeparator();
            case csv -> CrossText.csv(table);
        };
    }
}
