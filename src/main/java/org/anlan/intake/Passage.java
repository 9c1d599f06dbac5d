package org.anlan.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureReader;
import org.anlan.format.SourceFeature;
import org.anlan.geo.Geodesy;
import org.anlan.intake.checks.Checked;
import org.anlan.intake.checks.FeatureCheck;
import org.anlan.intake.checks.LayerCheckList;
import org.anlan.store.Commit;
import org.anlan.store.LayerWriter;
import org.anlan.store.NewFeature;
import org.locationtech.jts.geom.Geometry;

/**
 * The way of the features through the intake, one by one: read → values → id → shape → length and area → checks → the commit. A check and a commit take
 * the same way; only the commit at its end differs.
 */
final class Passage {

    static final int TELL_EVERY = 2_000;

    private final Catalog catalog;
    private final LayerCheckList checkList;
    private final Commit commit;
    private final FindingLog log;
    private final Progress progress;
    private final Map<String, FeatureIds> ids = new HashMap<>();
    private final Map<String, List<FeatureCheck>> checks = new HashMap<>();
    private final Set<List<Object>> scopes = new HashSet<>();
    private final Map<LayerDefinition, RepairCount> repairs = new LinkedHashMap<>();
    private Optional<Long> total = Optional.empty();
    private long read;

    Passage(Catalog catalog, LayerCheckList checkList, Commit commit, FindingLog log, Progress progress) {
        this.catalog = catalog;
        this.checkList = checkList;
        this.commit = commit;
        this.log = log;
        this.progress = progress;
    }

    /**
     * What was read of a part.
     *
     * @param records how many records
     * @param unmatched words that the code lists of their fields do not know
     */
    record Read(long records, List<Inspection.Unmatched> unmatched) {}

    /** Takes in all parts of a file, and gives what was read for each. */
    Map<PartPlan, Read> run(List<PartPlan> plans) throws IOException {
        total = plans.stream().allMatch(p -> p.source().count().isPresent())
                ? Optional.of(
                        plans.stream().mapToLong(p -> p.source().count().get()).sum())
                : Optional.empty();
        Map<PartPlan, Read> reads = new LinkedHashMap<>();
        LineSnapping snapping = LineSnapping.of(plans, catalog, progress);
        for (PartPlan plan : plans) {
            reads.put(plan, one(plan, snapping));
        }
        progress.at(Progress.Step.READING, read, total);
        wholeLayers();
        repairs.forEach((layer, made) -> commit.repaired(layer, made.counts()));
        return reads;
    }

    /** Ends the checks one after another, and lets go of each before the next: what they keep of a million features is much. */
    private void wholeLayers() {
        Deque<FeatureCheck> left = new ArrayDeque<>();
        checks.values().forEach(left::addAll);
        checks.clear();
        ids.clear();
        long all = left.size();
        while (!left.isEmpty()) {
            progress.at(Progress.Step.CHECKING, all - left.size(), Optional.of(all));
            left.removeFirst().end(log::add);
        }
        progress.at(Progress.Step.CHECKING, all, Optional.of(all));
    }

    /** Makes the shape of a feature. */
    private interface Shapes {
        Optional<Geometry> make(SourceFeature source);
    }

    private Read one(PartPlan plan, LineSnapping snapping) throws IOException {
        LayerDefinition layer = plan.layer();
        FeatureMaker maker = new FeatureMaker(plan, catalog);
        log.addAll(plan.source().findings());
        if (lacksFields(plan, maker)) {
            return new Read(0, List.of());
        }
        LayerWriter writer = commit.layer(layer);
        if (plan.mode() == Mode.REPLACE_ALL && scopes.add(List.of(layer.id()))) {
            writer.stateAll();
        }
        RepairCount made = repairs.computeIfAbsent(layer, l -> new RepairCount());
        ShapeMaker shapeMaker = new ShapeMaker(plan, made);
        Shapes shapes = source ->
                shapeMaker.make(source, log).map(shape -> snapping.snapped(plan, source.record(), shape, made, log));
        FeatureIds layerIds = ids.computeIfAbsent(layer.id(), id -> new FeatureIds(layer));
        List<FeatureCheck> layerChecks = checks.computeIfAbsent(layer.id(), id -> checkList.of(layer));
        long before = read;
        try (FeatureReader reader = plan.source().read()) {
            for (Optional<SourceFeature> next = reader.next(); next.isPresent(); next = reader.next()) {
                feature(plan, next.get(), maker, shapes, layerIds, layerChecks, writer);
                if (++read % TELL_EVERY == 0) {
                    progress.at(Progress.Step.READING, read, total);
                }
            }
            log.addAll(reader.findings());
        }
        if (read == before) {
            log.add(Finding.ofFile(
                    "part.empty",
                    Severity.WARNING,
                    plan.source().name(),
                    Text.of(
                            "图层“%s”中没有可读的记录。",
                            "Layer \"%s\" has no record that can be read.",
                            plan.source().name())));
        }
        return new Read(read - before, maker.unmatched());
    }

    private void feature(
            PartPlan plan,
            SourceFeature source,
            FeatureMaker maker,
            Shapes shapes,
            FeatureIds layerIds,
            List<FeatureCheck> layerChecks,
            LayerWriter writer) {
        FeatureMaker.Made made = maker.make(source, log);
        Optional<Geometry> shape = shapes.make(source);
        Optional<String> id = layerIds.idOf(made.values(), shape, plan.source().name(), source.record(), log);
        if (id.isEmpty()) {
            return;
        }
        double lengthM = shape.map(Geodesy::lengthM).orElse(0.0);
        double areaM2 = shape.map(Geodesy::areaM2).orElse(0.0);
        Checked checked =
                new Checked(id.get(), plan.source().name(), source.record(), made.values(), shape, lengthM, areaM2);
        for (FeatureCheck check : layerChecks) {
            check.feature(checked, log::add);
        }
        if (plan.mode() == Mode.REPLACE_SCOPE) {
            Optional<String> field = plan.layer().scopeField();
            Object scope = field.isEmpty() ? "" : made.values()[plan.layer().indexOf(field.get())];
            if (scope != null) {
                state(writer, plan.layer(), scope);
            }
        }
        LayerWriter.Verdict verdict =
                writer.put(new NewFeature(id.get(), shape, lengthM, areaM2, made.values(), made.extra()));
        if (plan.mode() == Mode.APPEND && verdict != LayerWriter.Verdict.ADDED) {
            log.add(thereAlready(plan, source, id.get()));
        }
    }

    private static Finding thereAlready(PartPlan plan, SourceFeature source, String id) {
        return Finding.ofRecord(
                        "id.exists",
                        Severity.ERROR,
                        plan.source().name(),
                        source.record(),
                        Text.of(
                                "编号“%s”已在图层中；“只追加”方式不能修改已有要素，请改用“按编号更新”或改正编号。",
                                "The id \"%s\" is in the layer already; a hand-in that only appends changes no feature: choose upsert, or correct the id.",
                                id))
                .about(id);
    }

    private void state(LayerWriter writer, LayerDefinition layer, Object scope) {
        if (scopes.add(List.of(layer.id(), scope))) {
            writer.stateScope(scope);
        }
    }

    private boolean lacksFields(PartPlan plan, FeatureMaker maker) {
        List<FieldDefinition> unfilled = maker.unfilled();
        for (FieldDefinition field : unfilled) {
            log.add(Finding.ofFile(
                            "field.unmapped",
                            Severity.ERROR,
                            plan.source().name(),
                            Text.of(
                                    "文件中没有字段对应必填的“%1$s”（%3$s）；请在字段对应中指定，或给出固定值。文件的字段：%4$s",
                                    "No field of the file goes to the required \"%2$s\" (%3$s); map one to it or give a constant. Fields of the file: %4$s",
                                    field.label().zh(),
                                    field.label().en(),
                                    field.name(),
                                    fieldNames(plan)))
                    .in(field.name()));
        }
        return !unfilled.isEmpty();
    }

    private static String fieldNames(PartPlan plan) {
        return String.join(
                ", ",
                plan.source().fields().stream().map(f -> f.name()).limit(40).toList());
    }
}
