package org.anlan.cli;

import java.util.concurrent.Callable;
import org.anlan.zoning.Adjustment;
import org.anlan.zoning.AdjustmentFigure;
import org.anlan.zoning.AdjustmentText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan coverage adjustment}: what an adjustment of ranges did. */
@Command(
        name = "adjustment",
        description = "范围调整前后的面积与图形 / areas before and after an adjustment, what fell out and what came in")
final class AdjustmentCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(
            names = "--layer",
            defaultValue = "protected-areas",
            description = "面图层 / polygon layer (default: ${DEFAULT-VALUE})")
    private String layer;

    @Option(names = "--from", required = true, paramLabel = "REVISION", description = "调整前的修订 / the revision before")
    private long from;

    @Option(names = "--to", required = true, paramLabel = "REVISION", description = "调整后的修订 / the revision after")
    private long to;

    @Mixin
    private FigureFlags printing;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            AdjustmentFigure figure =
                    installation.analyses().adjustment().figure(new Adjustment.Question(layer, from, to));
            printing.print(AdjustmentText.forms(figure, installation.analyses().backdrop()));
        }
        return 0;
    }
}
