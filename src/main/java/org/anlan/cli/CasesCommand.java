package org.anlan.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.casework.Case;
import org.anlan.casework.CaseDocument;
import org.anlan.casework.CaseMove;
import org.anlan.casework.CaseProposalsText;
import org.anlan.casework.CaseQuestion;
import org.anlan.casework.CaseSource;
import org.anlan.casework.CaseState;
import org.anlan.casework.CaseStatistics;
import org.anlan.casework.CaseStatisticsText;
import org.anlan.casework.CaseText;
import org.anlan.casework.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan cases}: problem sites and their closed loop. */
@Command(
        name = "cases",
        description = "问题点位：登记、流转、统计 / problem sites: open, take on, count",
        subcommands = {
            CasesCommand.ListCases.class,
            CasesCommand.Show.class,
            OpenCaseCommand.class,
            CasesCommand.Step.class,
            CasesCommand.Statistics.class,
            CasesCommand.Reminders.class,
            CasesCommand.Proposals.class
        })
final class CasesCommand extends CommandGroup {

    /** {@code anlan cases list}. */
    @Command(name = "list", description = "列出问题点位 / lists problem sites")
    static final class ListCases implements Callable<Integer> {

        @Mixin
        private Common common;

        @Option(names = "--day", description = "截至该日，缺省为今天 / as of this day (default: today)")
        private Optional<LocalDate> day = Optional.empty();

        @Option(names = "--state", description = "只要这种状态 / in this state only")
        private Optional<String> state = Optional.empty();

        @Option(names = "--open", description = "只要未销号的 / only what is not closed")
        private boolean open;

        @Option(names = "--overdue", description = "只要逾期的 / only what is overdue")
        private boolean overdue;

        @Option(names = "--source", description = "manual, impact, exceedance, change, revision")
        private Optional<String> source = Optional.empty();

        @Option(names = "--unit", description = "责任单位 / unit in charge")
        private Optional<String> unit = Optional.empty();

        @Option(names = "--region", description = "乡镇、海湾或河流代码 / code of a town, bay or river")
        private Optional<String> region = Optional.empty();

        @Option(names = "--layer", description = "涉及的图层 / layer that it meets")
        private Optional<String> layer = Optional.empty();

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            CaseQuestion question = new CaseQuestion(
                    day,
                    state.map(CaseState::of),
                    open,
                    overdue,
                    OptionalInt.empty(),
                    source.map(CaseSource.Kind::of),
                    unit,
                    region,
                    layer);
            try (Installation installation = common.open()) {
                printing.print(
                        CaseText.forms(installation.fieldwork().caseFigures().list(question)));
            }
            return 0;
        }
    }

    /** {@code anlan cases show}. */
    @Command(name = "show", description = "一处问题点位及其办理过程 / one problem site and its history")
    static final class Show implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "NUMBER", description = "编号 / its number")
        private String number;

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                Cases cases = installation.fieldwork().cases();
                Case one = cases.find(number);
                printing.print(CaseDocument.forms(
                        one,
                        cases.today(),
                        installation.fieldwork().caseFigures(),
                        installation.fieldwork().attachments().photos(Cases.LEDGER, number),
                        installation.analyses().backdrop()));
            }
            return 0;
        }
    }

    /** {@code anlan cases step}. */
    @Command(name = "step", description = "流转、退回、重新打开或备注 / takes one on, back, opens it again, or notes something")
    static final class Step implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "NUMBER", description = "编号 / its number")
        private String number;

        @Option(names = "--to", description = "转到的状态；缺省只备注 / the state it goes to; none = a note only")
        private Optional<String> to = Optional.empty();

        @Option(names = "--on", paramLabel = "YYYY-MM-DD", description = "日期，缺省为今天 / the day (default: today)")
        private Optional<LocalDate> on = Optional.empty();

        @Option(names = "--remark", defaultValue = "", description = "说明；退回时为原因 / remark; the reason of a return")
        private String remark;

        @Option(names = "--title", description = "新的问题表述 / a new title")
        private Optional<String> title = Optional.empty();

        @Option(names = "--unit", description = "新的责任单位 / a new unit in charge")
        private Optional<String> unit = Optional.empty();

        @Option(names = "--deadline", paramLabel = "YYYY-MM-DD", description = "新的期限 / a new deadline")
        private Optional<LocalDate> deadline = Optional.empty();

        @Option(
                names = "--attachment",
                paramLabel = "ID",
                description = "已上传的附件编号，可重复 / id of an attachment that it has already, repeatable")
        private List<String> attachments = List.of();

        @Override
        public Integer call() {
            CaseMove move = new CaseMove(
                    to.map(CaseState::of), on, remark, title, unit, deadline, attachments, OptionalLong.empty());
            try (Installation installation = common.open()) {
                Case moved = installation.fieldwork().cases().move(number, move, CommandLineCaller.caller());
                System.out.println(moved.number() + "  " + moved.state().label().both());
            }
            return 0;
        }
    }

    /** {@code anlan cases statistics}. */
    @Command(name = "statistics", description = "统计 / statistics")
    static final class Statistics implements Callable<Integer> {

        @Mixin
        private Common common;

        @Option(
                names = "--by",
                defaultValue = "state",
                description = "state, unit, town, bay, month, source, layer (default: ${DEFAULT-VALUE})")
        private String by;

        @Option(names = "--day", description = "截至该日，缺省为今天 / as of this day (default: today)")
        private Optional<LocalDate> day = Optional.empty();

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                printing.print(CaseStatisticsText.forms(
                        installation.fieldwork().caseFigures().statistics(CaseStatistics.By.of(by), day)));
            }
            return 0;
        }
    }

    /** {@code anlan cases reminders}. */
    @Command(name = "reminders", description = "即将到期与逾期 / due soon and overdue")
    static final class Reminders implements Callable<Integer> {

        @Mixin
        private Common common;

        @Option(names = "--days", defaultValue = "7", description = "往后几天 / days ahead (default: ${DEFAULT-VALUE})")
        private int days;

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                printing.print(
                        CaseText.forms(installation.fieldwork().caseFigures().list(CaseQuestion.reminders(days))));
            }
            return 0;
        }
    }

    /** {@code anlan cases proposals}. */
    @Command(
            name = "proposals",
            description =
                    "两次修测间自然岸线减少之处、图层两个修订间变化之处，或尚未登记的超标监测值 / where natural coast was lost between two surveys, a layer changed between two revisions, or readings are above their limits")
    static final class Proposals implements Callable<Integer> {

        @Mixin
        private Common common;

        @Mixin
        private CaseComparisonFlags comparison;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                System.out.println(proposals(installation).toPrettyString());
            }
            return 0;
        }

        private JsonNode proposals(Installation installation) {
            if (comparison.ofExceedances()) {
                return installation
                        .fieldwork()
                        .exceedances()
                        .proposals(comparison.readings())
                        .tree();
            }
            return comparison.ofRevisions()
                    ? installation
                            .fieldwork()
                            .revisions()
                            .proposals(installation.catalog(), comparison.revisions())
                            .tree()
                    : CaseProposalsText.tree(
                            installation.fieldwork().comparisons().proposals(comparison.required()));
        }
    }

    /** The lines that tell what was opened. */
    static void print(List<Case> opened) {
        opened.forEach(one -> System.out.println(one.number() + "  " + one.title()));
    }
}
