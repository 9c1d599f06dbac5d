package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.anlan.base.Text;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;
import org.anlan.report.Listing;
import org.anlan.report.Unit;

/** Statistics of problem sites in every form (docs/api.md). */
public final class CaseStatisticsText {

    private static final String TOTAL = "total";

    private CaseStatisticsText() {}

    /** The statistics in every form. */
    public static FigureForms forms(CaseStatistics figure) {
        Listing<CaseStatistics.Row> columns = columns(figure);
        List<CaseStatistics.Row> rows = new ArrayList<>(figure.rows());
        rows.add(new CaseStatistics.Row(TOTAL, new Text("合计", "Total"), figure.total()));
        return new FigureForms(
                "case-statistics-" + figure.by().word() + "-" + figure.day(),
                () -> columns.lines(rows),
                () -> tree(figure),
                () -> columns.csv(rows),
                () -> new Document(
                        new Text("问题点位统计", "Statistics of problem sites"),
                        Text.of("截至 %s", "On %s", figure.day()),
                        List.of(columns.table(figure.by().label(), rows)),
                        Facts.none().sealed(tree(figure))));
    }

    private static Listing<CaseStatistics.Row> columns(CaseStatistics figure) {
        return Listing.<CaseStatistics.Row>none()
                .and("code", new Text("代码", "Code"), Unit.NONE, CaseStatistics.Row::code)
                .and("name", figure.by().label(), row -> row.name().zh(), CaseStatistics.Row::name)
                .and("opened", new Text("登记", "Opened"), Unit.COUNT, row -> row.counts()
                        .opened())
                .and("open", new Text("未销号", "Open"), Unit.COUNT, row -> row.counts()
                        .open())
                .and("closed", new Text("已销号", "Closed"), Unit.COUNT, row -> row.counts()
                        .closed())
                .and("overdue", new Text("逾期", "Overdue"), Unit.COUNT, row -> row.counts()
                        .overdue())
                .and("closing_rate_percent", new Text("销号率", "Closing rate"), Unit.PERCENT, row -> {
                    OptionalDouble rate = row.counts().closingRatePercent();
                    return rate.isPresent() ? (Object) rate.getAsDouble() : "";
                });
    }

    /** The statistics as JSON. */
    public static ObjectNode tree(CaseStatistics figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("day", figure.day().toString()).put("by", figure.by().word());
        counts(node.putObject(TOTAL), figure.total());
        ArrayNode rows = node.putArray("rows");
        for (CaseStatistics.Row row : figure.rows()) {
            ObjectNode one = rows.addObject().put("code", row.code());
            one.putObject("name")
                    .put("zh", row.name().zh())
                    .put("en", row.name().en());
            counts(one, row.counts());
        }
        return node;
    }

    private static void counts(ObjectNode node, CaseStatistics.Counts counts) {
        OptionalDouble rate = counts.closingRatePercent();
        node.put("opened", counts.opened())
                .put("open", counts.open())
                .put("closed", counts.closed())
                .put("overdue", counts.overdue())
                .put("closingRatePercent", rate.isPresent() ? rate.getAsDouble() : null);
    }
}
