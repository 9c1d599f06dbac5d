package org.anlan.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.units.UnitKind;
import org.anlan.units.UnitText;
import org.anlan.units.Units;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan units}: bays, rivers and towns as units of responsibility. */
@Command(
        name = "units",
        description = "河湾管理单元：责任岗位与各项数字 / units of responsibility: their offices and figures",
        subcommands = {UnitsCommand.ListUnits.class, UnitsCommand.Show.class, UnitsCommand.Office.class})
final class UnitsCommand extends CommandGroup {

    /** {@code anlan units list}. */
    @Command(name = "list", description = "一类单元的各项数字 / the figures of all units of a kind")
    static final class ListUnits implements Callable<Integer> {

        @Mixin
        private Common common;

        @Option(names = "--kind", defaultValue = "bay", description = "bay, river, town (default: ${DEFAULT-VALUE})")
        private String kind;

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                printing.print(UnitText.forms(installation.fieldwork().units().list(UnitKind.of(kind))));
            }
            return 0;
        }
    }

    /** {@code anlan units show}. */
    @Command(name = "show", description = "一个单元 / one unit")
    static final class Show implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(index = "0", paramLabel = "KIND", description = "bay, river, town")
        private String kind;

        @Parameters(index = "1", paramLabel = "CODE", description = "代码 / its code")
        private String code;

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                printing.print(UnitText.forms(installation.fieldwork().units().page(UnitKind.of(kind), code)));
            }
            return 0;
        }
    }

    /** {@code anlan units office}. */
    @Command(name = "office", description = "登记责任岗位（不填个人姓名） / enters the responsible office, not a person's name")
    static final class Office implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(index = "0", paramLabel = "KIND", description = "bay, river, town")
        private String kind;

        @Parameters(index = "1", paramLabel = "CODE", description = "代码 / its code")
        private String code;

        @Option(names = "--office", required = true, description = "岗位 / the office")
        private String office;

        @Option(names = "--plan", defaultValue = "", description = "一河一策、一湾一策方案名称 / title of the unit's own plan")
        private String plan;

        @Option(names = "--on", paramLabel = "YYYY-MM-DD", description = "自何日起，缺省为今天 / from when (default: today)")
        private Optional<LocalDate> on = Optional.empty();

        @Option(names = "--remark", defaultValue = "", description = "备注 / remark")
        private String remark;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                installation
                        .fieldwork()
                        .units()
                        .enter(
                                UnitKind.of(kind),
                                code,
                                new Units.Entered(office, plan, on, remark, OptionalLong.empty()),
                                CommandLineCaller.caller());
                System.out.println(kind + ":" + code + "  " + office);
            }
            return 0;
        }
    }
}
