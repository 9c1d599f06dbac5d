package org.anlan.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.zoning.Indicators;
import org.anlan.zoning.IndicatorsFigure;
import org.anlan.zoning.IndicatorsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan indicators}: how far the plan's indicators have come. */
@Command(
        name = "indicators",
        description = "规划指标：目标、现值、状态与矛盾 / the plan's indicators: targets, values, states, contradictions",
        subcommands = EnterCommand.class)
final class IndicatorsCommand implements Callable<Integer> {

    /** The states, as they are written. */
    enum State {
        met,
        on_the_way,
        missed,
        no_data;

        IndicatorsFigure.State state() {
            return IndicatorsFigure.State.valueOf(name().toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return state().word();
        }
    }

    @Mixin
    private Common common;

    @Option(names = "--no", paramLabel = "NUMBER", description = "只要这一项 / this indicator only")
    private Optional<Long> number = Optional.empty();

    @Option(names = "--state", description = "只要这种状态 / in this state only: ${COMPLETION-CANDIDATES}")
    private Optional<State> state = Optional.empty();

    @Option(names = "--revision", description = "按该修订时的状态 / the state at this revision")
    private Optional<Long> revision = Optional.empty();

    @Mixin
    private FigureFlags printing;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            IndicatorsFigure figure = installation
                    .analyses()
                    .indicators()
                    .figure(new Indicators.Question(
                            number.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                            state.map(State::state),
                            revision.map(OptionalLong::of).orElseGet(OptionalLong::empty)));
            printing.print(IndicatorsText.forms(figure));
        }
        return 0;
    }
}
