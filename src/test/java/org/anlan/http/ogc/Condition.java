package org.anlan.http.ogc;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A filter for the demonstration's coast, made up: in both notations of CQL2, and as what it says of a segment, worked out by itself.
 *
 * @param text in CQL2 text
 * @param json in CQL2 JSON
 * @param truth true, false, or {@code null} where it cannot be said
 */
record Condition(String text, String json, Function<Row, Boolean> truth) {

    private static final List<String> TOWNS = List.of("蚶江镇", "祥芝镇", "鸿山镇", "锦尚镇", "永宁镇", "凤里街道", "nowhere");
    private static final List<String> TYPES = List.of("sandy", "bedrock", "seawall", "port", "estuary", "muddy");

    /** A condition of at most so many levels. */
    static Condition any(Random random, LayerDefinition coast, int levels) {
        if (levels > 0 && random.nextInt(4) > 0) {
            Condition left = any(random, coast, levels - 1);
            Condition right = any(random, coast, levels - 1);
            return switch (random.nextInt(5)) {
                case 0, 1 -> and(left, right);
                case 2, 3 -> or(left, right);
                default -> not(left);
            };
        }
        return switch (random.nextInt(7)) {
            case 0 -> text("town", one(random, TOWNS), random.nextBoolean(), coast);
            case 1 -> text("type2", one(random, TYPES), random.nextBoolean(), coast);
            case 2 ->
                number("survey_year", List.of(2015.0, 2020.0, 2025.0, 2019.5).get(random.nextInt(4)), random, coast);
            case 3 -> number("length_m", 50 + random.nextInt(900), random, coast);
            case 4 -> isNull(one(random, List.of("bay", "prev_code", "place", "town")), coast);
            case 5 -> id(random);
            default -> box(random);
        };
    }

    private static Condition and(Condition a, Condition b) {
        return new Condition(
                "(" + a.text + " AND " + b.text + ")",
                op("and", a.json, b.json),
                row -> decided(a.truth.apply(row), b.truth.apply(row), false));
    }

    private static Condition or(Condition a, Condition b) {
        return new Condition(
                "(" + a.text + " OR " + b.text + ")",
                op("or", a.json, b.json),
                row -> decided(a.truth.apply(row), b.truth.apply(row), true));
    }

    /** One that is as {@code decisive} decides; else one that cannot be said leaves it open. */
    private static Boolean decided(Boolean x, Boolean y, boolean decisive) {
        if (Boolean.valueOf(decisive).equals(x) || Boolean.valueOf(decisive).equals(y)) {
            return decisive;
        }
        boolean open = x == null || y == null;
        return open ? null : Boolean.valueOf(!decisive);
    }

    private static Condition not(Condition a) {
        return new Condition("NOT (" + a.text + ")", op("not", a.json), row -> {
            Boolean x = a.truth.apply(row);
            return x == null ? null : !x;
        });
    }

    private static Condition text(String name, String value, boolean equal, LayerDefinition coast) {
        int at = coast.indexOf(name);
        String op = equal ? "=" : "<>";
        return new Condition(
                name + " " + op + " '" + value + "'",
                op(op, property(name), "\"" + value + "\""),
                row -> row.value(at) == null ? null : row.value(at).equals(value) == equal);
    }

    private static Condition number(String name, double value, Random random, LayerDefinition coast) {
        String op = one(random, List.of("<", "<=", ">", ">=", "=", "<>"));
        int at = coast.indexOf(name);
        String digits = String.format(Locale.ROOT, "%s", value);
        return new Condition(name + " " + op + " " + digits, op(op, property(name), digits), row -> {
            Number own = name.equals("length_m") ? (Number) row.lengthM() : (Number) row.value(at);
            return own == null ? null : holds(op, Double.compare(own.doubleValue(), value));
        });
    }

    private static boolean holds(String op, int compared) {
        return switch (op) {
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "=" -> compared == 0;
            default -> compared != 0;
        };
    }

    private static Condition isNull(String name, LayerDefinition coast) {
        int at = coast.indexOf(name);
        return new Condition(name + " IS NULL", op("isNull", property(name)), row -> row.value(at) == null);
    }

    private static Condition id(Random random) {
        String id = String.format(Locale.ROOT, "350581A%03d@%d", 1 + random.nextInt(170), 2015 + 5 * random.nextInt(3));
        return new Condition(
                "id IN ('" + id + "', 'none')",
                "{\"op\":\"in\",\"args\":[" + property("id") + ",[\"" + id + "\",\"none\"]]}",
                row -> row.id().equals(id));
    }

    private static Condition box(Random random) {
        double west = round(118.64 + random.nextDouble() * 0.12);
        double south = round(24.66 + random.nextDouble() * 0.14);
        double east = round(west + 0.001 + random.nextDouble() * 0.05);
        double north = round(south + 0.001 + random.nextDouble() * 0.05);
        Geometry box = new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
        String numbers = west + ", " + south + ", " + east + ", " + north;
        return new Condition(
                "S_INTERSECTS(geometry, BBOX(" + numbers + "))",
                op("s_intersects", property("geometry"), "{\"bbox\":[" + numbers + "]}"),
                row -> row.geometry().map(shape -> shape.intersects(box)).orElse(null));
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }

    private static String property(String name) {
        return "{\"property\":\"" + name + "\"}";
    }

    private static String op(String op, String... args) {
        return "{\"op\":\"" + op + "\",\"args\":[" + String.join(",", args) + "]}";
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
