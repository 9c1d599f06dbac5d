package org.anlan.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.SourceFeature;
import org.anlan.geo.CrsList;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.Geodesy;
import org.anlan.intake.checks.Checked;
import org.anlan.store.NewFeature;
import org.locationtech.jts.geom.Geometry;

/** Makes features of what somebody changed: by the readers of values, shapes and ids through which hand-ins come too. */
final class EditedFeatures {

    /** What clients get with a feature and may send back: every commit measures anew. */
    private static final Set<String> MEASURES = Set.of("length_m", "area_m2");

    private final LayerDefinition layer;
    private final EditedRows rows;
    private final FeatureMaker values;
    private final ShapeMaker shapes;
    private final FeatureIds ids;
    private final FindingLog log;

    /** Makes features of this layer; the log hears what is wrong with them. */
    EditedFeatures(LayerDefinition layer, Catalog catalog, EditedRows rows, FindingLog log) {
        this.layer = layer;
        this.rows = rows;
        this.log = log;
        int fields = layer.fields().size();
        PartPlan plan = new PartPlan(
                0,
                new EditSource(layer),
                layer,
                CrsList.CGCS2000.code(),
                CrsTransform.toCgcs2000(CrsList.CGCS2000),
                IntStream.range(0, fields).toArray(),
                IntStream.range(0, fields)
                        .mapToObj(i -> Map.<String, String>of())
                        .toList(),
                Map.of(),
                Optional.empty(),
                Mode.UPSERT,
                Inspector.HARMLESS);
        values = new FeatureMaker(plan, catalog);
        shapes = new ShapeMaker(plan, new RepairCount());
        ids = new FeatureIds(layer);
    }

    /**
     * What an edit makes of the layer.
     *
     * @param put features to be kept
     * @param checked the same as checks see them
     * @param removed ids of what goes, those of features with a new id among them
     */
    record Made(List<NewFeature> put, List<Checked> checked, Set<String> removed) {}

    /** Makes all of an edit. Refused: {@code unknown-field}. */
    Made all(Edit edit) {
        List<NewFeature> put = new ArrayList<>();
        List<Checked> checked = new ArrayList<>();
        Set<String> removed = new HashSet<>(edit.removed());
        ShownVertices shown = rows.shown(edit);
        for (int i = 0; i < edit.put().size(); i++) {
            Edit.Put one = edit.put().get(i);
            make(one, shown, i + 1).ifPresent(made -> {
                put.add(made);
                one.id().filter(id -> !id.equals(made.id())).ifPresent(removed::add);
            });
        }
        for (int i = 0; i < put.size(); i++) {
            NewFeature made = put.get(i);
            mustBeFree(made.id(), i + 1);
            checked.add(new Checked(
                    made.id(), layer.id(), i + 1, made.values(), made.geometry(), made.lengthM(), made.areaM2()));
        }
        return new Made(put, checked, removed);
    }

    private Optional<NewFeature> make(Edit.Put put, ShownVertices shown, int record) {
        Optional<EditedRows.Current> before = put.id().map(rows::touched);
        Object[] source = before.map(EditedRows.Current::values)
                .map(Object[]::clone)
                .orElse(new Object[layer.fields().size()]);
        put.values().forEach((name, value) -> lay(source, name, value));
        Optional<Geometry> drawn =
                put.geometry().map(shown::restored).or(() -> before.flatMap(EditedRows.Current::geometry));
        SourceFeature feature = new SourceFeature(record, drawn, source);
        FindingLog heard = new FindingLog();
        Object[] made = values.make(feature, heard).values();
        Optional<Geometry> shape = put.geometry().isPresent() || drawn.isEmpty() ? shapes.make(feature, heard) : drawn;
        heard.findings().forEach(found -> log.add(about(found, put)));
        if (heard.count(Severity.ERROR) > 0) {
            return Optional.empty();
        }
        Optional<String> id = layer.idFields().isEmpty() && put.id().isPresent()
                ? put.id()
                : ids.idOf(made, shape, layer.id(), record, log);
        return id.map(known -> new NewFeature(
                known,
                shape,
                shape.map(Geodesy::lengthM).orElse(0.0),
                shape.map(Geodesy::areaM2).orElse(0.0),
                made,
                before.flatMap(EditedRows.Current::extra)));
    }

    /** A value that somebody typed and that does not fit is no warning, as it is for one of many in a file. */
    private static Finding about(Finding found, Edit.Put put) {
        Finding told = found.code().startsWith("value.") ? found.as(Severity.ERROR) : found;
        return put.id().map(told::about).orElse(told);
    }

    private void lay(Object[] source, String name, Object value) {
        int at = layer.indexOf(name);
        if (at >= 0) {
            source[at] = value;
        } else if (!MEASURES.contains(name)) {
            throw Refusal.invalid(
                    "unknown-field",
                    "图层 %s 没有字段“%s”；现有：%s",
                    "Layer %s has no field \"%s\"; there are: %s",
                    layer.id(),
                    name,
                    String.join(
                            ", ",
                            layer.fields().stream().map(FieldDefinition::name).toList()));
        }
    }

    private void mustBeFree(String id, int record) {
        if (rows.isOthers(id)) {
            log.add(Finding.ofRecord(
                            "id.exists",
                            Severity.ERROR,
                            layer.id(),
                            record,
                            Text.of(
                                    "编号“%s”已用于图层中的另一个要素；请换一个编号。",
                                    "The id \"%s\" is that of another feature of the layer; choose another one.", id))
                    .about(id));
        }
    }
}
