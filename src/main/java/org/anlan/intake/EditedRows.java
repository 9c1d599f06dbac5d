package org.anlan.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.anlan.base.ChinaTime;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.intake.checks.Checked;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The features that an edit touches, as they are now, and their neighbours. */
final class EditedRows {

    private static final double ROUNDED_DEGREES = 1e-7;

    private final Store store;
    private final LayerDefinition layer;
    private final long revision;
    private final Map<String, Current> touched = new LinkedHashMap<>();

    /**
     * A feature as it is now.
     *
     * @param checked its id, values, shape and measures
     * @param extra what it carries beyond the catalogue's fields
     * @param since the revision that brought it as it is
     */
    record Current(Checked checked, Optional<String> extra, long since) {

        String id() {
            return checked.id();
        }

        Object[] values() {
            return checked.values();
        }

        Optional<Geometry> geometry() {
            return checked.geometry();
        }
    }

    /** Reads what the edit names. Refused: {@code unknown-revision}, {@code unknown-feature}, {@code base-moved} when somebody changed one of them since the edit's base. */
    EditedRows(Store store, Edit edit) {
        this.store = store;
        this.layer = edit.layer();
        this.revision = store.revisions().newest(layer.id()).map(Revision::id).orElse(0L);
        if (edit.base() < 0 || edit.base() > revision) {
            throw Refusal.notFound(
                    "unknown-revision",
                    "图层 %s 没有修订 r%d；最新为 r%d",
                    "Layer %s has no revision r%d; the newest is r%d",
                    layer.id(),
                    edit.base(),
                    revision);
        }
        Set<String> ids = new HashSet<>(edit.removed());
        edit.put().forEach(put -> put.id().ifPresent(ids::add));
        each(ids, current -> touched.put(current.id(), current));
        ids.forEach(id -> mustStand(id, edit.base()));
    }

    private void mustStand(String id, long base) {
        Current current = touched.get(id);
        if (current == null) {
            throw Refusal.notFound(
                    "unknown-feature",
                    "图层 %s 中现在没有要素“%s”；可能已被删除，请刷新后重试",
                    "Layer %s has no feature \"%s\" now; it may have been removed: load it anew and try again",
                    layer.id(),
                    id);
        }
        if (current.since() > base) {
            Revision since = store.revisions().find(current.since()).orElseThrow();
            throw Refusal.conflict(
                    "base-moved",
                    "要素“%1$s”在您打开之后被 %2$s 改过（修订 r%3$d，%4$s）；未作任何更改。请刷新后重做这处修改。",
                    "Feature \"%1$s\" was changed by %2$s after you opened it (revision r%3$d, %4$s); nothing was changed. Load it anew and edit it again.",
                    id,
                    since.origin().author(),
                    since.id(),
                    ChinaTime.told(since.at()));
        }
    }

    /** The feature with this id, which the edit names. */
    Current touched(String id) {
        return touched.get(id);
    }

    /** Whether a feature has this id that the edit does not name. */
    boolean isOthers(String id) {
        if (touched.containsKey(id)) {
            return false;
        }
        List<Current> found = new ArrayList<>();
        each(Set.of(id), found::add);
        return !found.isEmpty();
    }

    private void each(Set<String> ids, Consumer<Current> taker) {
        if (!ids.isEmpty() && revision > 0) {
            store.features().read(FeatureQuery.all(layer, revision).withIds(ids), row -> {
                taker.accept(new Current(checked(row), row.extra(), row.since()));
                return true;
            });
        }
    }

    /** Gives what lies in the scopes (survey years, levels) of these features, and is not named by the edit itself. */
    void neighbours(List<Checked> of, Consumer<Checked> taker) {
        Optional<Integer> scopeAt = layer.scopeField().map(layer::indexOf);
        Set<Object> scopes = new HashSet<>();
        scopeAt.ifPresent(at -> {
            of.forEach(one -> scopes.add(one.values()[at]));
            touched.values().forEach(one -> scopes.add(one.values()[at]));
        });
        if (revision > 0) {
            store.features().read(query(scopes), row -> {
                boolean near = scopeAt.map(at -> scopes.contains(row.value(at))).orElse(true);
                if (near && !touched.containsKey(row.id())) {
                    taker.accept(checked(row));
                }
                return true;
            });
        }
    }

    /** The whole layer, or one survey year where that is the only scope. */
    private FeatureQuery query(Set<Object> scopes) {
        FeatureQuery all = FeatureQuery.all(layer, revision);
        boolean byYear =
                layer.surveyYearField().isPresent() && layer.scopeField().equals(layer.surveyYearField());
        return byYear && scopes.size() == 1 && scopes.iterator().next() instanceof Long year
                ? all.ofYear(Math.toIntExact(year))
                : all;
    }

    /** The vertices that were shown where an edit draws: those of its features and of what lies there. */
    ShownVertices shown(Edit edit) {
        ShownVertices shown = new ShownVertices();
        touched.values().forEach(one -> one.geometry().ifPresent(shown::know));
        Envelope drawn = new Envelope();
        edit.put()
                .forEach(put -> put.geometry().ifPresent(shape -> drawn.expandToInclude(shape.getEnvelopeInternal())));
        if (!drawn.isNull() && revision > 0) {
            drawn.expandBy(ROUNDED_DEGREES);
            Extent there = new Extent(drawn.getMinX(), drawn.getMinY(), drawn.getMaxX(), drawn.getMaxY());
            store.features().read(FeatureQuery.all(layer, revision).within(there), row -> {
                row.geometry().ifPresent(shown::know);
                return true;
            });
        }
        return shown;
    }

    /** The named features as they are now. */
    List<Checked> before() {
        return touched.values().stream().map(Current::checked).toList();
    }

    private Checked checked(Row row) {
        Object[] values = new Object[layer.fields().size()];
        Arrays.setAll(values, row::value);
        return new Checked(row.id(), layer.id(), 0, values, row.geometry(), row.lengthM(), row.areaM2());
    }

    /** The codes of the regions that a feature names: those of its town and bay. */
    static List<String> regionsOf(LayerDefinition layer, Object[] values) {
        return List.of("town_code", "bay_code").stream()
                .map(layer::indexOf)
                .filter(at -> at >= 0)
                .map(at -> values[at])
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }
}
