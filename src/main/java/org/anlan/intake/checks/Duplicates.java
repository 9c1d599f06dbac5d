package org.anlan.intake.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.Geodesy;
import org.anlan.geo.ShapeKey;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * No shape is handed in twice in one scope, whatever the order of its vertices; points not even nearly. A copy is told once, against the first; when its values
 * are the same too, but for its id and other unique codes, it is told as a whole feature twice.
 */
final class Duplicates implements FeatureCheck {

    private final List<Integer> compared = new ArrayList<>();
    private final double nearM;
    private final ScopeOf.Each<Places> scopes;

    private record First(Seen seen, int values, double lon, double lat) {}

    /** What was seen in one scope. */
    private static final class Places {
        final Map<ShapeKey, First> shapes = new HashMap<>();
        final Map<Long, List<First>> cells = new HashMap<>();
    }

    /** @param nearM points nearer than this are the same, metres */
    Duplicates(LayerDefinition layer, double nearM) {
        this.nearM = nearM;
        this.scopes = new ScopeOf.Each<>(ScopeOf.layer(layer), Places::new);
        for (int i = 0; i < layer.fields().size(); i++) {
            var field = layer.fields().get(i);
            if (!field.unique() && !layer.idFields().contains(field.name())) {
                compared.add(i);
            }
        }
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry().ifPresent(shape -> {
            Places places = scopes.of(feature);
            boolean point = shape instanceof Point && nearM > 0;
            First now = new First(Seen.of(feature), values(feature), shape.getCoordinate().x, shape.getCoordinate().y);
            Optional<First> earlier =
                    point ? near(places, now) : Optional.ofNullable(places.shapes.putIfAbsent(ShapeKey.of(shape), now));
            earlier.ifPresent(first -> findings.accept(told(feature, shape, first, now)));
        });
    }

    private int values(Checked feature) {
        int hash = 1;
        for (int at : compared) {
            Object value = feature.values()[at];
            hash = 31 * hash + (value == null ? 0 : value.hashCode());
        }
        return hash;
    }

    private Finding told(Checked feature, Geometry shape, First first, First now) {
        boolean whole = first.values() == now.values();
        double apart = Geodesy.distanceM(first.lon(), first.lat(), now.lon(), now.lat());
        Text text = shape instanceof Point && apart > 0
                ? Text.of(
                        "与第 %d 条记录“%s”相距只有 %s 米；请核对是否重复。",
                        "It is only %3$s m from record %1$d, \"%2$s\"; check whether they are the same.",
                        first.seen().record(),
                        first.seen().id(),
                        Numbers.rough(apart))
                : Text.of(
                        whole ? "与第 %d 条记录“%s”的图形和属性都相同。" : "与第 %d 条记录“%s”的图形相同。",
                        whole
                                ? "It has the shape and the values of record %d, \"%s\"."
                                : "It has the shape of record %d, \"%s\".",
                        first.seen().record(),
                        first.seen().id());
        return feature.finding(whole ? "duplicate.feature" : "duplicate.shape", Severity.WARNING, text)
                .showing(shape);
    }

    /** The first point seen nearby; where there is none, this one is noted. A cell is higher than the distance, and as many are looked at as it takes. */
    private Optional<First> near(Places places, First now) {
        double size = nearM / 90_000;
        long column = (long) Math.floor(now.lon() / size);
        long row = (long) Math.floor(now.lat() / size);
        long reach = (long) Math.ceil(1 / Math.max(0.01, Math.cos(Math.toRadians(now.lat()))));
        for (long c = column - reach; c <= column + reach; c++) {
            for (long r = row - 1; r <= row + 1; r++) {
                for (First other : places.cells.getOrDefault(c << 32 ^ r, List.of())) {
                    if (Geodesy.distanceM(other.lon(), other.lat(), now.lon(), now.lat()) <= nearM) {
                        return Optional.of(other);
                    }
                }
            }
        }
        places.cells
                .computeIfAbsent(column << 32 ^ row, k -> new ArrayList<>(1))
                .add(now);
        return Optional.empty();
    }
}
