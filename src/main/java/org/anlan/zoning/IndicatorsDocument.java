package org.anlan.zoning;

import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Text;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.Table;
import org.anlan.report.Unit;

/** The indicators laid out for people: all of them, their values by date, the contradictions of the plan. */
public final class IndicatorsDocument {

    private IndicatorsDocument() {}

    /** The document. */
    public static Document of(IndicatorsFigure figure) {
        return new Document(
                new Text("规划指标", "Indicators of the plan"),
                Text.of("%d 年基数，%d 年目标", "Base of %d, targets of %d", figure.baseYear(), figure.targetYear()),
                List.of(indicators(figure), values(figure), conflicts(figure)),
                Facts.none()
                        .and(
                                new Text("指标表修订号", "Revision of the indicators"),
                                figure.revisions().indicators())
                        .and(
                                new Text("填报值修订号", "Revision of the values"),
                                figure.revisions().values())
                        .and(new Text("计算指标规则", "Rules for computed indicators"), "live v" + figure.liveRules())
                        .sealed(IndicatorsText.tree(figure)));
    }

    private static Table indicators(IndicatorsFigure figure) {
        List<Table.Row> rows = new ArrayList<>();
        figure.rows()
                .forEach(row -> rows.add(Table.Row.of(
                        row.plan().no(),
                        row.plan().name(),
                        row.plan().unit(),
                        row.plan().base(),
                        row.plan().target(),
                        row.current().map(IndicatorsText::shown).orElse(""),
                        row.state().label(),
                        row.why())));
        return new Table(
                new Text("指标", "Indicators"),
                List.of(
                        new Table.Column(new Text("序号", "No."), Unit.NONE),
                        new Table.Column(new Text("指标", "Indicator"), Unit.NONE),
                        new Table.Column(new Text("单位", "Unit"), Unit.NONE),
                        new Table.Column(new Text("基数", "Base"), Unit.NONE),
                        new Table.Column(new Text("目标", "Target"), Unit.NONE),
                        new Table.Column(new Text("现值", "Now"), Unit.NONE),
                        new Table.Column(new Text("状态", "State"), Unit.NONE),
                        new Table.Column(new Text("依据", "Why"), Unit.NONE)),
                rows);
    }

    private static Table values(IndicatorsFigure figure) {
        List<Table.Row> rows = new ArrayList<>();
        figure.rows().forEach(row -> row.series()
                .forEach(value -> rows.add(Table.Row.of(
                        row.plan().no(),
                        value.date().toString(),
                        value.value().isPresent() ? (Object) value.value().getAsDouble() : value.text(),
                        value.source(),
                        value.note()))));
        return new Table(
                new Text("历年数值", "Values by date"),
                List.of(
                        new Table.Column(new Text("序号", "No."), Unit.NONE),
                        new Table.Column(new Text("日期", "Date"), Unit.NONE),
                        new Table.Column(new Text("数值", "Value"), Unit.NUMBER),
                        new Table.Column(new Text("来源", "Source"), Unit.NONE),
                        new Table.Column(new Text("说明", "Note"), Unit.NONE)),
                rows);
    }

    private static Table conflicts(IndicatorsFigure figure) {
        List<Table.Row> rows = new ArrayList<>();
        figure.rows().forEach(row -> row.conflicts()
                .forEach(one -> rows.add(Table.Row.of(
                        row.plan().no(),
                        one.label(),
                        one.firstValue() + "（" + one.firstSource() + "）",
                        one.secondValue() + "（" + one.secondSource() + "）",
                        one.note()))));
        return new Table(
                new Text("规划自身的矛盾", "Where the plan contradicts itself"),
                List.of(
                        new Table.Column(new Text("序号", "No."), Unit.NONE),
                        new Table.Column(new Text("方面", "Aspect"), Unit.NONE),
                        new Table.Column(new Text("说法一", "One"), Unit.NONE),
                        new Table.Column(new Text("说法二", "Other"), Unit.NONE),
                        new Table.Column(new Text("说明", "Note"), Unit.NONE)),
                rows);
    }
}
