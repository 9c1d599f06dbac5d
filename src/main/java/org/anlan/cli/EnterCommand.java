package org.anlan.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.anlan.store.Revision;
import org.anlan.zoning.Indicators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan indicators enter}: keeps a value of an indicator. */
@Command(name = "enter", description = "填报一项指标的数值 / enter a value of an indicator")
final class EnterCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "NUMBER", description = "指标序号 / number of the indicator")
    private long number;

    @Option(names = "--date", required = true, paramLabel = "YYYY-MM-DD", description = "截止日期 / the date it is of")
    private LocalDate date;

    @Option(names = "--value", description = "数值 / the number")
    private Optional<Double> value = Optional.empty();

    @Option(names = "--text", defaultValue = "", description = "文字（没有数值时） / the words, where it is no number")
    private String text;

    @Option(
            names = "--judgement",
            defaultValue = "",
            description = "目标为文字时认定的状态 / the state, where the target is a text: met, on-the-way, missed, no-data")
    private String judgement;

    @Option(names = "--source", required = true, description = "来源 / where it is from")
    private String source;

    @Option(names = "--note", defaultValue = "", description = "说明 / note")
    private String note;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            Revision revision = installation
                    .analyses()
                    .indicators()
                    .enter(
                            new Indicators.NewValue(
                                    number,
                                    date,
                                    value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                                    text,
                                    judgement,
                                    source,
                                    note),
                            Operator.ACTOR);
            System.out.printf(
                    "%s 修订 revision %d: %d%n",
                    revision.layer(), revision.id(), revision.state().count());
        }
        return 0;
    }
}
