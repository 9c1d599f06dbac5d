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
import org.locationtech.jts.geom.Coordinate;
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

    /** A feature, and the hash of its values. */
    private record First(Seen seen, int values) {}

    /** A point feature, and where it lies. */
    private record Placed(First first, double lon, double lat) {

        double metresFrom(Coordinate place) {
            return Geodesy.distanceM(lon, lat, place.x, place.y);
        }
    }

    /** What was seen in one scope. */
    private static final class Places {
        final Map<ShapeKey, First> shapes = new HashMap<>();
        final Map<Long, List<Placed>> cells = new HashMap<>();
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
            First now = new First(Seen.of(feature), values(feature));
            if (shape instanceof Point && nearM > 0) {
                near(places, now, shape.getCoordinate())
                        .ifPresent(other -> findings.accept(
                                told(feature, shape, other.first(), now, other.metresFrom(shape.getCoordinate()))));
            } else {
                Optional.ofNullable(places.shapes.putIfAbsent(ShapeKey.of(shape), now))
                        .ifPresent(first -> findings.accept(told(feature, shape, first, now, 0)));
            }
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

    private static Finding told(Checked feature, Geometry shape, First first, First now, double apart) {
        boolean whole = first.values() == now.values();
        Text other = first.seen().named();
        Text text = apart > 0
                ? Text.of(
                        "与%1$s相距只有 %3$s 米；请核对是否重复。",
                        "It is only %3$s m from %2$s; check whether they are the same.",
                        other.zh(),
                        other.en(),
                        Numbers.rough(apart))
                : Text.of(
                        whole ? "与%1$s的图形和属性都相同。" : "与%1$s的图形相同。",
                        whole ? "It has the shape and the values of %2$s." : "It has the shape of %2$s.",
                        other.zh(),
                        other.en());
        return feature.finding(whole ? "duplicate.feature" : "duplicate.shape", Severity.WARNING, text)
                .showing(shape);
    }

    /** The first point seen nearby; where there is none, this one is noted. A cell is higher than the distance, and as many are looked at as it takes. */
    private Optional<Placed> near(Places places, First now, Coordinate place) {
        double size = nearM / 90_000;
        long column = (long) Math.floor(place.x / size);
        long row = (long) Math.floor(place.y / size);
        long reach = (long) Math.ceil(1 / Math.max(0.01, Math.cos(Math.toRadians(place.y))));
        for (long c = column - reach; c <= column + reach; c++) {
            for (long r = row - 1; r <= row + 1; r++) {
                for (Placed other : places.cells.getOrDefault(c << 32 ^ r, List.of())) {
                    if (other.metresFrom(place) <= nearM) {
                        return Optional.of(other);
                    }
                }
            }
        }
        places.cells
                .computeIfAbsent(column << 32 ^ row, k -> new ArrayList<>(1))
                .add(new Placed(now, place.x, place.y));
        return Optional.empty();
    }
}
