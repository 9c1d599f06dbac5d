package org.anlan.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.anlan.access.Caller;
import org.anlan.access.Role;
import org.anlan.outfall.Entry;
import org.anlan.outfall.OutfallDossier;
import org.anlan.outfall.OutfallFigureText;
import org.anlan.outfall.OutfallFigures;
import org.anlan.outfall.OutfallPlaces;
import org.anlan.outfall.OutfallReadings;
import org.anlan.outfall.OutfallText;
import org.anlan.outfall.PlaceText;
import org.anlan.outfall.ReadingText;
import org.anlan.store.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan outfall …}: the ledger of outfalls. */
@Command(
        name = "outfall",
        description = "排污口台账：一口一档、统计、监测、核查 / the ledger of outfalls: archives, figures, readings, checks",
        subcommands = {
            ListOutfallsCommand.class,
            OutfallCommand.Show.class,
            OutfallCommand.Step.class,
            OutfallCommand.Statistics.class,
            OutfallCommand.Readings.class,
            ReadingCommand.class,
            OutfallCommand.Checks.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class OutfallCommand {

    /** Who enters things at the command line: whoever has the machine. */
    static Caller caller() {
        return Caller.of(new Actor("command-line", "command-line"), Set.of(Role.ADMIN), List.of());
    }

    /** {@code anlan outfall show CODE}. */
    @Command(name = "show", description = "一口一档 / the archive of one")
    static final class Show implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "CODE", description = "排污口编码 / its code")
        private String code;

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                printing.print(
                        OutfallText.forms(installation.outfalls().archives().of(code), installation.catalog()));
            }
            return 0;
        }
    }

    /** {@code anlan outfall step CODE STEP}. */
    @Command(name = "step", description = "登记一个步骤 / enter a step")
    static final class Step implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(index = "0", paramLabel = "CODE", description = "排污口编码 / code of the outfall")
        private String code;

        @Parameters(
                index = "1",
                paramLabel = "STEP",
                description =
                        "surveyed, monitored, traced, planned, remediating, awaiting-acceptance, written-off, returned, reopened")
        private String step;

        @Option(names = "--on", required = true, paramLabel = "YYYY-MM-DD", description = "日期 / the day")
        private LocalDate on;

        @Option(
                names = "--remark",
                defaultValue = "",
                description = "备注；退回、复发须写原因 / remark; returned and reopened need a reason")
        private String remark;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                OutfallDossier.Entered entered = installation
                        .outfalls()
                        .work()
                        .step(code, on, new Entry.Step(step, "", remark, List.of()), caller());
                System.out.printf("%s #%d %s → %s%n", code, entered.entry().number(), step, entered.state());
            }
            return 0;
        }
    }

    /** {@code anlan outfall statistics}. */
    @Command(name = "statistics", description = "数量、完成率与销号率 / counts, rates of what is done and written off")
    static final class Statistics implements Callable<Integer> {

        @Mixin
        private Common common;

        @Option(
                names = "--by",
                defaultValue = "kind",
                description =
                        "kind, class1, class2, treatment, town, bay, receiving, month, state (default: ${DEFAULT-VALUE})")
        private String by;

        @Option(names = "--kind", description = "只统计 / only: sea, river")
        private Optional<String> kind = Optional.empty();

        @Option(names = "--on", paramLabel = "YYYY-MM-DD", description = "截至日期，缺省今天 / the day (default: today)")
        private Optional<LocalDate> on = Optional.empty();

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                printing.print(OutfallFigureText.forms(
                        installation
                                .outfalls()
                                .figures()
                                .figure(new OutfallFigures.Question(OutfallFigures.by(by), kind, on)),
                        installation.catalog()));
            }
            return 0;
        }
    }

    /** {@code anlan outfall readings [CODE]}. */
    @Command(name = "readings", description = "监测：一口的序列，或全部的统计 / readings: the series of one, or sums of all")
    static final class Readings implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(arity = "0..1", paramLabel = "CODE", description = "排污口编码 / code of the outfall")
        private Optional<String> code = Optional.empty();

        @Option(
                names = "--by",
                defaultValue = "parameter",
                description = "parameter, year, quarter, month (default: ${DEFAULT-VALUE})")
        private String by;

        @Option(names = "--parameter", description = "只要该指标 / this parameter only: cod, nh3n, …")
        private Optional<String> parameter = Optional.empty();

        @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "起 / from")
        private Optional<LocalDate> from = Optional.empty();

        @Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "止 / to")
        private Optional<LocalDate> to = Optional.empty();

        @Option(
                names = "--limit",
                defaultValue = "100",
                description = "超标记录最多 / most exceedances listed (default: ${DEFAULT-VALUE})")
        private int limit;

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                OutfallReadings readings = installation.outfalls().readings();
                printing.print(
                        code.isPresent()
                                ? ReadingText.forms(
                                        readings.series(code.get(), parameter, from, to), installation.catalog())
                                : ReadingText.forms(
                                        readings.figure(new OutfallReadings.Question(
                                                OutfallReadings.By.of(by),
                                                parameter,
                                                from,
                                                to,
                                                Math.max(0, Math.min(limit, OutfallReadings.MOST)))),
                                        installation.catalog()));
            }
            return 0;
        }
    }

    /** {@code anlan outfall checks}. */
    @Command(name = "checks", description = "位置核查 / checks by place")
    static final class Checks implements Callable<Integer> {

        @Mixin
        private Common common;

        @Option(
                names = "--check",
                description = "只要该检查项 / this check only: not-in:red-lines, duplicate, side-of-coast, …")
        private Optional<String> check = Optional.empty();

        @Option(names = "--kind", description = "只要 / only: sea, river")
        private Optional<String> kind = Optional.empty();

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                printing.print(PlaceText.forms(
                        installation.outfalls().places().figure(new OutfallPlaces.Question(check, kind)),
                        installation.catalog()));
            }
            return 0;
        }
    }
}
