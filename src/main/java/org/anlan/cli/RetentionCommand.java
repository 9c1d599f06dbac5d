package org.anlan.cli;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.coast.By;
import org.anlan.coast.Retention;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.RetentionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan retention}: the natural-coast retention ratio. */
@Command(name = "retention", description = "大陆自然岸线保有率 / natural-coast retention ratio of the mainland")
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
            description = "city, town, bay, protection, space (default: ${DEFAULT-VALUE})")
    private String by;

    @Option(names = "--rules", description = "统计规则 / counting rule set (default: national-2017)")
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
            RetentionFigure figure = installation
                    .analyses()
                    .retention()
                    .figure(new Retention.Question(
                            year,
                            By.of(by),
                            rules,
                            revision.map(OptionalLong::of).orElseGet(OptionalLong::empty)));
            System.out.print(
                    switch (format) {
                        case table -> RetentionText.table(figure);
                        case json -> RetentionText.tree(figure).toPrettyString() + System.lineSeparator();
                        case csv -> RetentionText.csv(figure);
                    });
        }
        return 0;
    }
}
