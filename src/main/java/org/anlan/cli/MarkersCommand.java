package org.anlan.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.anlan.casework.Marker;
import org.anlan.casework.MarkerList;
import org.anlan.casework.MarkerText;
import org.anlan.casework.Markers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan markers}: boundary markers of protected areas and their inspections. */
@Command(
        name = "markers",
        description = "保护地界桩标识：巡查、状态、统计 / boundary markers: inspections, states, counts",
        subcommands = {
            MarkersCommand.ListMarkers.class,
            MarkersCommand.Show.class,
            MarkersCommand.Inspect.class,
            MarkersCommand.Statistics.class
        })
final class MarkersCommand extends CommandGroup {

    /** Which markers. */
    static final class Which {

        @Option(names = "--state", description = "intact, damaged, missing；可多次 / several times")
        private List<String> states = List.of();

        @Option(names = "--area", paramLabel = "CODE", description = "保护地编码 / code of the protected area")
        private Optional<String> area = Optional.empty();

        @Option(names = "--overdue", description = "只要逾期未巡查的 / only those whose inspection is overdue")
        private boolean overdue;

        @Option(
                names = "--days",
                defaultValue = "365",
                description =
                        "多少天未巡查算逾期 / days without an inspection after which one is overdue (default: ${DEFAULT-VALUE})")
        private int days;

        MarkerList of(Markers markers) {
            return markers.list(new Markers.Question(
                    states.stream().map(markers::state).collect(Collectors.toSet()), area, overdue, days));
        }
    }

    /** {@code anlan markers list}. */
    @Command(name = "list", description = "列出界桩 / lists markers")
    static final class ListMarkers implements Callable<Integer> {

        @Mixin
        private Common common;

        @Mixin
        private Which which;

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                Markers markers = installation.fieldwork().markers();
                printing.print(new MarkerText(markers).forms(which.of(markers)));
            }
            return 0;
        }
    }

    /** {@code anlan markers statistics}. */
    @Command(name = "statistics", description = "统计 / statistics")
    static final class Statistics implements Callable<Integer> {

        @Mixin
        private Common common;

        @Mixin
        private Which which;

        @Mixin
        private FigureFlags printing;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                Markers markers = installation.fieldwork().markers();
                printing.print(new MarkerText(markers).statisticsForms(which.of(markers)));
            }
            return 0;
        }
    }

    /** {@code anlan markers show}. */
    @Command(name = "show", description = "一个界桩及其巡查记录 / one marker and its inspections")
    static final class Show implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "CODE", description = "编号 / its code")
        private String code;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                System.out.println(
                        MarkerText.tree(installation.fieldwork().markers().find(code))
                                .toPrettyString());
            }
            return 0;
        }
    }

    /** {@code anlan markers inspect}. */
    @Command(name = "inspect", description = "登记一次巡查 / enters an inspection")
    static final class Inspect implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "CODE", description = "编号 / its code")
        private String code;

        @Option(names = "--state", required = true, description = "intact, damaged, missing")
        private String state;

        @Option(names = "--on", paramLabel = "YYYY-MM-DD", description = "日期，缺省为今天 / the day (default: today)")
        private Optional<LocalDate> on = Optional.empty();

        @Option(names = "--remark", defaultValue = "", description = "备注 / remark")
        private String remark;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                Markers markers = installation.fieldwork().markers();
                Marker marker = markers.inspect(
                        code, new Markers.Entered(state, on, remark, OptionalLong.empty()), CommandLineCaller.caller());
                System.out.println(marker.code() + "  "
                        + markers.stateLabel(marker.state()).both());
            }
            return 0;
        }
    }
}
