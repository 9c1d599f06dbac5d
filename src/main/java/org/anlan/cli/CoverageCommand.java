package org.anlan.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.coast.By;
import org.anlan.zoning.Coverage;
import org.anlan.zoning.CoverageFigure;
import org.anlan.zoning.CoverageText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan coverage}: what protected areas and red lines cover. */
@Command(
        name = "coverage",
        description = "保护地、红线等面图层的面积：相加与去重 / what polygon layers cover: added up, and each place once",
        subcommands = AdjustmentCommand.class)
final class CoverageCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            description =
                    "面图层，可重复；缺省为 protected-areas 与 red-lines / polygon layer, may be repeated (default: protected-areas and red-lines)")
    private List<String> layers = List.of();

    @Option(names = "--by", defaultValue = "city", description = "city, town, bay (default: ${DEFAULT-VALUE})")
    private String by;

    @Option(names = "--region", paramLabel = "CODE", description = "只要这一个行政区 / this region only")
    private Optional<String> region = Optional.empty();

    @Option(names = "--revision", description = "按该修订时的状态 / the state at this revision")
    private Optional<Long> revision = Optional.empty();

    @Mixin
    private FigureFlags printing;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            CoverageFigure figure = installation
                    .analyses()
                    .coverage()
                    .figure(new Coverage.Question(
                            layers,
                            By.of(by),
                            region,
                            revision.map(OptionalLong::of).orElseGet(OptionalLong::empty)));
            printing.print(CoverageText.forms(figure, installation.analyses().backdrop()));
        }
        return 0;
    }
}
