package org.anlan.zoning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.format.table.FormulaGuard;
import org.anlan.report.FigureForms;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The indicators as JSON (docs/api.md), as CSV, and as a table for a terminal. */
public final class IndicatorsText {

    private IndicatorsText() {}

    /** The figure in every form. */
    public static FigureForms forms(IndicatorsFigure figure) {
        return new FigureForms(
                "indicators",
                () -> table(figure),
                () -> tree(figure),
                () -> csv(figure),
                () -> IndicatorsDocument.of(figure));
    }

    /** The figure as JSON; numbers are not rounded, texts of the plan are as printed. */
    public static JsonNode tree(IndicatorsFigure figure) {
        ObjectNode node = ZoningJson.object();
        node.put("baseYear", figure.baseYear()).put("targetYear", figure.targetYear());
        node.putObject("revisions")
                .put("indicators", figure.revisions().indicators())
                .put("results", figure.revisions().results())
                .put("values", figure.revisions().values())
                .put("conflicts", figure.revisions().conflicts());
        node.put("liveRules", figure.liveRules());
        ArrayNode rows = node.putArray("rows");
        figure.rows().forEach(row -> rows.add(row(row)));
        return node;
    }

    private static ObjectNode row(IndicatorsFigure.Row row) {
        IndicatorsFigure.Plan plan = row.plan();
        ObjectNode node = ZoningJson.object()
                .put("no", plan.no())
                .put("domain", plan.domain())
                .put("name", plan.name())
                .put("unit", plan.unit().isEmpty() ? null : plan.unit())
                .put("kind", plan.kind().isEmpty() ? null : plan.kind());
        node.set("base", number(ZoningJson.object().put("printed", plan.base()), "number", plan.baseNumber()));
        ObjectNode target = ZoningJson.object().put("printed", plan.target());
        target.put("comparator", plan.comparator().isEmpty() ? null : plan.comparator());
        number(target, "number", plan.targetNumber());
        node.set("target", target.put("text", plan.targetText().isEmpty() ? null : plan.targetText()));
        node.put("note", plan.note()).put("state", row.state().word());
        node.set("why", ZoningJson.text(row.why()));
        node.set("current", row.current().map(IndicatorsText::value).orElse(null));
        ArrayNode series = node.putArray("series");
        row.series().forEach(value -> series.add(value(value)));
        ArrayNode details = node.putArray("details");
        row.details().forEach(detail -> details.add(detail(detail)));
        ArrayNode conflicts = node.putArray("conflicts");
        row.conflicts().forEach(conflict -> conflicts.add(conflict(conflict)));
        return node;
    }

    private static ObjectNode value(IndicatorsFigure.Value value) {
        ObjectNode node = ZoningJson.object().put("date", value.date().toString());
        number(node, "value", value.value())
                .put("text", value.text().isEmpty() ? null : value.text())
                .put("origin", value.origin().word())
                .put("source", value.source())
                .put("note", value.note())
                .put(
                        "judgement",
                        value.judgement().map(IndicatorsFigure.State::word).orElse(null));
        return node.put("revision", value.revision());
    }

    private static ObjectNode number(ObjectNode node, String name, OptionalDouble number) {
        number.ifPresentOrElse(one -> node.put(name, one), () -> node.putNull(name));
        return node;
    }

    private static ObjectNode detail(IndicatorsFigure.Detail detail) {
        String unit = detail.unit().toUpperCase(Locale.ROOT);
        ObjectNode node = ZoningJson.object();
        node.set("name", ZoningJson.text(detail.name()));
        return node.put("sharePercent", detail.percent())
                .put("part" + unit, detail.part())
                .put("whole" + unit, detail.whole());
    }

    private static ObjectNode conflict(IndicatorsFigure.Conflict conflict) {
        ObjectNode node = ZoningJson.object().put("aspect", conflict.aspect());
        node.set("label", ZoningJson.text(conflict.label()));
        node.putObject("first").put("value", conflict.firstValue()).put("source", conflict.firstSource());
        node.putObject("second").put("value", conflict.secondValue()).put("source", conflict.secondSource());
        return node.put("note", conflict.note());
    }

    /** The indicators as CSV (RFC 4180), a line each with the newest value. */
    public static String csv(IndicatorsFigure figure) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(
                    (Object[]) ("no,domain,name,unit,kind,base_year,base,target_year,target,comparator,target_number,"
                                    + "target_text,value,value_text,value_date,value_origin,value_source,state,conflicts,"
                                    + "indicators_revision,values_revision")
                            .split(",", -1));
            for (IndicatorsFigure.Row row : figure.rows()) {
                line(csv, figure, row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void line(CSVPrinter csv, IndicatorsFigure figure, IndicatorsFigure.Row row) throws IOException {
        IndicatorsFigure.Plan plan = row.plan();
        Optional<IndicatorsFigure.Value> value = row.current();
        csv.printRecord(
                plan.no(),
                FormulaGuard.guard(plan.domain()),
                FormulaGuard.guard(plan.name()),
                FormulaGuard.guard(plan.unit()),
                FormulaGuard.guard(plan.kind()),
                figure.baseYear(),
                FormulaGuard.guard(plan.base()),
                figure.targetYear(),
                FormulaGuard.guard(plan.target()),
                FormulaGuard.guard(plan.comparator()),
                cell(plan.targetNumber()),
                FormulaGuard.guard(plan.targetText()),
                value.map(one -> cell(one.value())).orElse(""),
                FormulaGuard.guard(value.map(IndicatorsFigure.Value::text).orElse("")),
                value.map(one -> one.date().toString()).orElse(""),
                value.map(one -> one.origin().word()).orElse(""),
                FormulaGuard.guard(value.map(IndicatorsFigure.Value::source).orElse("")),
                row.state().word(),
                row.conflicts().size(),
                figure.revisions().indicators(),
                figure.revisions().values());
    }

    private static Object cell(OptionalDouble number) {
        return number.isPresent() ? (Object) number.getAsDouble() : "";
    }

    /** The indicators as lines for a terminal, the contradictions of the plan below them. */
    public static String table(IndicatorsFigure figure) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%d → %d  indicators r%d, values r%d%n",
                figure.baseYear(),
                figure.targetYear(),
                figure.revisions().indicators(),
                figure.revisions().values()));
        for (IndicatorsFigure.Row row : figure.rows()) {
            out.append(String.format(
                    Locale.ROOT,
                    "%2d %s: %s → %s, 现值 now %s, %s%n",
                    row.plan().no(),
                    row.plan().name(),
                    row.plan().base(),
                    row.plan().target(),
                    row.current().map(IndicatorsText::shown).orElse("–"),
                    row.state().label().both()));
            row.details()
                    .forEach(detail -> out.append(String.format(
                            Locale.ROOT, "     %s %.3f %%%n", detail.name().both(), detail.percent())));
            row.conflicts()
                    .forEach(one -> out.append(String.format(
                            Locale.ROOT,
                            "   ! %s: %s (%s) ≠ %s (%s)%n",
                            one.label().both(),
                            one.firstValue(),
                            one.firstSource(),
                            one.secondValue(),
                            one.secondSource())));
        }
        return out.toString();
    }

    /** A value with its date, rounded to what people are shown. */
    static String shown(IndicatorsFigure.Value value) {
        String number = value.value().isPresent()
                ? String.format(Locale.ROOT, "%.2f", value.value().getAsDouble())
                : value.text();
        return number + " (" + value.date() + ")";
    }
}
