package org.anlan.outfall;

import java.util.List;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.report.Document;
import org.anlan.report.FigureForms;
import org.anlan.report.Unit;

/** How far the remediation of outfalls has come, in every form. */
public final class OutfallFigureText {

    private OutfallFigureText() {}

    /** The figure in every form. */
    public static FigureForms forms(OutfallFigure figure, Catalog catalog) {
        LedgerWords words = new LedgerWords(catalog);
        return LedgerBasis.forms(
                "outfall-statistics",
                figure,
                () -> rows(figure, words),
                () -> rows(figure, words).terminal() + months(figure).terminal(),
                () -> document(figure, words));
    }

    private static Sheet rows(OutfallFigure figure, LedgerWords words) {
        Sheet sheet = new Sheet(Text.of(
                        "排污口整治统计（%1$s，截至 %2$s）",
                        "Remediation of outfalls (by %1$s, on %2$s)", figure.by(), figure.on()))
                .column("code", "代码", "Code")
                .column("name", "名称", "Name")
                .column("outfalls", "排污口", "Outfalls", Unit.COUNT)
                .column("to_be_remediated", "应整治", "To be remediated", Unit.COUNT)
                .column("done", "已完成", "Done", Unit.COUNT)
                .column("done_percent", "完成率", "Done", Unit.PERCENT)
                .column("written_off", "已销号", "Written off", Unit.COUNT)
                .column("written_off_percent", "销号率", "Written off", Unit.PERCENT)
                .column("overdue", "逾期", "Overdue", Unit.COUNT)
                .column("states", "各状态", "By state");
        figure.rows().forEach(row -> add(sheet, row, words));
        add(sheet, figure.total(), words);
        return sheet;
    }

    private static void add(Sheet sheet, OutfallFigure.Row row, LedgerWords words) {
        sheet.row(
                row.code(),
                row.name(),
                row.outfalls(),
                row.toBeRemediated(),
                row.done(),
                row.donePercent(),
                row.writtenOff(),
                row.writtenOffPercent(),
                row.overdue(),
                words.states(row.states()));
    }

    private static Sheet months(OutfallFigure figure) {
        Sheet sheet = new Sheet(new Text("计划与完成（按月）", "Plan against done, by month"))
                .column("month", "月份", "Month")
                .column("outfalls_due", "应完成排污口", "Outfalls due", Unit.COUNT)
                .column("outfalls_done", "已完成", "Done", Unit.COUNT)
                .column("outfalls_overdue", "逾期", "Overdue", Unit.COUNT)
                .column("tasks_due", "应完成任务", "Tasks due", Unit.COUNT)
                .column("tasks_done", "已完成任务", "Tasks done", Unit.COUNT)
                .column("tasks_overdue", "逾期任务", "Tasks overdue", Unit.COUNT);
        figure.months()
                .forEach(one -> sheet.row(
                        one.month(),
                        one.outfallsDue(),
                        one.outfallsDone(),
                        one.outfallsOverdue(),
                        one.tasksDue(),
                        one.tasksDone(),
                        one.tasksOverdue()));
        return sheet;
    }

    private static Document document(OutfallFigure figure, LedgerWords words) {
        return LedgerBasis.document(
                new Text("排污口整治统计", "Remediation of outfalls"),
                Text.of(
                        "截至 %1$s；类别：%2$s",
                        "On %1$s; kind: %3$s",
                        figure.on(),
                        figure.kind().orElse("全部"),
                        figure.kind().orElse("all")),
                List.of(rows(figure, words).table(), months(figure).table()),
                words.revisions(figure.revisions())
                        .and(new Text("台账记录号", "Newest entry of the ledger"), figure.ledger())
                        .and(new Text("台账规则", "Rules of the ledger"), "ledger v" + figure.rules()),
                figure);
    }
}
