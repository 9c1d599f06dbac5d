package org.anlan.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;

/** Fills the catalogue's fields from the values of a file: mapping, constants, survey year; keeps what has no field as extra. */
final class FeatureMaker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PartPlan plan;
    private final LayerDefinition layer;
    private final List<SourceField> sourceFields;
    private final ValueReader[] readers;
    private final double[] factors;
    private final int yearAt;
    private final UnmatchedWords unmatched = new UnmatchedWords();
    private final OwnColumns own;

    FeatureMaker(PartPlan plan, Catalog catalog) {
        this.plan = plan;
        this.layer = plan.layer();
        this.sourceFields = plan.source().fields();
        this.readers = new ValueReader[sourceFields.size()];
        this.factors = new double[readers.length];
        for (int i = 0; i < readers.length; i++) {
            int target = plan.targets()[i];
            factors[i] = target < 0
                    ? 1
                    : factor(sourceFields.get(i).name(), layer.fields().get(target));
            readers[i] = target < 0
                    ? null
                    : new ValueReader(
                            catalog, layer.fields().get(target), plan.codes().get(i));
        }
        this.yearAt = layer.surveyYearField().map(layer::indexOf).orElse(-1);
        this.own = new OwnColumns(layer, sourceFields, plan.targets());
    }

    private static double factor(String column, FieldDefinition field) {
        return ColumnUnit.other(column, field)
                .map(unit -> unit.factor().orElse(1))
                .orElse(1.0);
    }

    /**
     * What was made of a feature.
     *
     * @param values one per catalogue field
     * @param extra what has no field, as JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on to one receiver
    record Made(Object[] values, Optional<String> extra) {}

    Made make(SourceFeature feature, FindingLog log) {
        Object[] values = new Object[layer.fields().size()];
        ObjectNode extra = own.extra(feature).orElse(null);
        for (int i = 0; i < readers.length; i++) {
            Object source = feature.values()[i];
            if (source == null || own.isOwn(i, source)) {
                continue;
            }
            ValueReader reader = readers[i];
            ValueReader.Reading reading = reader == null ? ValueReader.Reading.UNFIT : reader.read(source);
            if (reader != null) {
                values[plan.targets()[i]] = factors[i] != 1 && reading.value() instanceof Double number
                        ? (Double) (number * factors[i])
                        : reading.value();
            }
            if (!reading.fits()) {
                extra = extra == null ? JSON.createObjectNode() : extra;
                extra.putPOJO(
                        sourceFields.get(i).name(),
                        source instanceof Number || source instanceof Boolean ? source : source.toString());
                if (reader != null) {
                    String name = sourceFields.get(i).name();
                    reader.closedList().ifPresent(list -> unmatched.add(name, ValueReader.words(source), 1, list));
                    log.add(unfit(feature, sourceFields.get(i), reader.field(), source)
                            .in(reader.field().name()));
                }
            }
        }
        plan.constants().forEach((at, value) -> {
            if (values[at] == null) {
                values[at] = value;
            }
        });
        year(feature, values, log);
        Optional<String> otherId = own.otherId(feature, values);
        if (otherId.isPresent()) {
            extra = extra == null ? JSON.createObjectNode() : extra;
            extra.put(OwnColumns.ID, otherId.get());
        }
        required(feature, values, log);
        return new Made(values, Optional.ofNullable(extra).map(ObjectNode::toString));
    }

    private Finding unfit(SourceFeature feature, SourceField from, FieldDefinition to, Object value) {
        boolean needed = to.required() || layer.idFields().contains(to.name());
        Severity severity = needed ? Severity.ERROR : Severity.WARNING;
        String shown = shorten(value.toString());
        if (to.codeList().isPresent()) {
            return Finding.ofRecord(
                    "value.not-in-list",
                    severity,
                    plan.source().name(),
                    feature.record(),
                    Text.of(
                            "字段“%s”的值“%s”不在“%s”的代码表中；请改正，或把它加为代码表的别名。",
                            "The value \"%2$s\" of field \"%1$s\" is not in the code list of \"%4$s\"; correct it or add it to the list as an alias.",
                            from.name(),
                            shown,
                            to.label().zh(),
                            to.label().en()));
        }
        return Finding.ofRecord(
                "value.unreadable",
                severity,
                plan.source().name(),
                feature.record(),
                Text.of(
                        "字段“%s”的值“%s”不能读作“%s”。",
                        "The value \"%2$s\" of field \"%1$s\" cannot be read as \"%4$s\".",
                        from.name(),
                        shown,
                        to.label().zh(),
                        to.label().en()));
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private void year(SourceFeature feature, Object[] values, FindingLog log) {
        if (yearAt < 0 || plan.year().isEmpty()) {
            return;
        }
        long year = plan.year().get();
        if (values[yearAt] instanceof Long own && own != year) {
            log.add(Finding.ofRecord(
                            "survey-year.differs",
                            Severity.ERROR,
                            plan.source().name(),
                            feature.record(),
                            Text.of(
                                    "记录的调查年度是 %d，与指定的 %d 不同；请核对后再提交。",
                                    "The record's survey year is %d, not %d as was chosen; check which is right.",
                                    own,
                                    year))
                    .in(layer.fields().get(yearAt).name()));
        }
        values[yearAt] = year;
    }

    private void required(SourceFeature feature, Object[] values, FindingLog log) {
        for (int i = 0; i < values.length; i++) {
            FieldDefinition field = layer.fields().get(i);
            if (values[i] == null && field.required()) {
                log.add(Finding.ofRecord(
                                "field.required",
                                Severity.ERROR,
                                plan.source().name(),
                                feature.record(),
                                Text.of(
                                        "必填字段“%1$s”（%3$s）没有值；请补全，或把文件中的字段对应到它。",
                                        "The required field \"%2$s\" (%3$s) has no value; fill it in or map a field of the file to it.",
                                        field.label().zh(),
                                        field.label().en(),
                                        field.name()))
                        .in(field.name()));
            }
        }
    }

    /** The words met so far that code lists do not know. */
    List<Inspection.Unmatched> unmatched() {
        return unmatched.list();
    }

    /** The names of required fields that nothing fills: neither a mapped field, nor a constant, nor the chosen year. */
    List<FieldDefinition> unfilled() {
        List<FieldDefinition> unfilled = new ArrayList<>();
        for (int i = 0; i < layer.fields().size(); i++) {
            FieldDefinition field = layer.fields().get(i);
            int at = i;
            boolean filled = Arrays.stream(plan.targets()).anyMatch(t -> t == at)
                    || plan.constants().containsKey(i)
                    || (i == yearAt && plan.year().isPresent());
            if (!filled && (field.required() || layer.idFields().contains(field.name()))) {
                unfilled.add(field);
            }
        }
        return unfilled;
    }
}
