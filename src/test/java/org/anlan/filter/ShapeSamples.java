package org.anlan.filter;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up shapes on a grid of whole degrees, where they touch and coincide often, and conditions on them. */
final class ShapeSamples {

    private static final List<String> RELATIONS =
            List.of("Intersects", "Disjoint", "Equals", "Touches", "Crosses", "Within", "Contains", "Overlaps");

    private final Random random;

    ShapeSamples(Random random) {
        this.random = random;
    }

    Sample predicate() {
        if (random.nextInt(8) == 0) {
            String column = random.nextBoolean() ? "length" : "area";
            String stored = column.equals("length") ? "length_m" : "area_m2";
            return new Sample(
                    column + "(geometry) > 3",
                    "{\"op\":\">\",\"args\":[{\"op\":\"" + column + "\",\"args\":[{\"property\":\"geometry\"}]},3]}",
                    "((CASE WHEN geom IS NULL THEN NULL ELSE " + stored + " END) > 3)");
        }
        String relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
        Sample left = Sample.property("geometry", "geom");
        Sample right = literal();
        boolean literals = random.nextInt(6) == 0;
        boolean turned = random.nextBoolean();
        Sample one = literals ? literal() : turned ? right : left;
        Sample two = literals || !turned ? right : left;
        return new Sample(
                "S_" + relation.toUpperCase(java.util.Locale.ROOT) + "(" + one.cql() + ", " + two.cql() + ")",
                Sample.op("s_" + relation.toLowerCase(java.util.Locale.ROOT), one, two),
                "ST_" + relation + "(" + one.sql() + ", " + two.sql() + ")");
    }

    private Sample literal() {
        if (random.nextInt(4) == 0) {
            int west = 100 + random.nextInt(8);
            int south = 20 + random.nextInt(8);
            int east = west + 1 + random.nextInt(3);
            int north = south + 1 + random.nextInt(3);
            String sides = west + "," + south + "," + east + "," + north;
            return new Sample(
                    "BBOX(" + sides + ")", "{\"bbox\":[" + sides + "]}", "ST_MakeEnvelope(" + sides + ",4490)");
        }
        String wkt = wkt();
        return new Sample(wkt, geoJson(wkt), "ST_GeomFromText('" + wkt + "',4490)");
    }

    /** A shape in well-known text, its coordinates whole. */
    String wkt() {
        return switch (random.nextInt(6)) {
            case 0 -> "POINT(" + at(0, 0) + ")";
            case 1 -> "LINESTRING(" + line() + ")";
            case 2 -> "POLYGON(" + square() + ")";
            case 3 -> "MULTIPOINT((" + at(0, 0) + "),(" + at(4, 4) + "))";
            case 4 -> "MULTILINESTRING((" + line() + "),(" + line() + "))";
            default -> {
                int x = 100 + random.nextInt(8);
                int y = 20 + random.nextInt(8);
                yield "POLYGON((" + x + " " + y + "," + (x + 3) + " " + y + "," + x + " " + (y + 3) + "," + x + " " + y
                        + "))";
            }
        };
    }

    private String at(int dx, int dy) {
        return (100 + random.nextInt(8) + dx) + " " + (20 + random.nextInt(8) + dy);
    }

    private String line() {
        int x = 100 + random.nextInt(6);
        int y = 20 + random.nextInt(6);
        int steps = 2 + random.nextInt(3);
        boolean flat = random.nextBoolean();
        return IntStream.range(0, steps)
                .mapToObj(i -> (x + i) + " " + (flat ? y : y + i))
                .collect(Collectors.joining(","));
    }

    private String square() {
        int x = 100 + random.nextInt(7);
        int y = 20 + random.nextInt(7);
        int size = 1 + random.nextInt(4);
        return "(" + x + " " + y + "," + (x + size) + " " + y + "," + (x + size) + " " + (y + size) + "," + x + " "
                + (y + size) + "," + x
                + " " + y + ")"
                + (size > 2
                        ? ",(" + (x + 1) + " " + (y + 1) + "," + (x + 2) + " " + (y + 1) + "," + (x + 2) + " " + (y + 2)
                                + "," + (x + 1) + " " + (y + 1) + ")"
                        : "");
    }

    private static String geoJson(String wkt) {
        String type = wkt.substring(0, wkt.indexOf('('));
        String name = List.of("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString").stream()
                .filter(type::equalsIgnoreCase)
                .findFirst()
                .orElseThrow();
        String body = wkt.substring(type.length()).replaceAll("(\\d+) (\\d+)", "[$1,$2]");
        String lists = body.replace('(', '[').replace(')', ']');
        // the parentheses of a single position are one list too many
        return "{\"type\":\"" + name + "\",\"coordinates\":"
                + switch (name) {
                    case "Point" -> lists.substring(1, lists.length() - 1);
                    case "MultiPoint" ->
                        lists.replace("[[[", "[[").replace("]]]", "]]").replace("]],[[", "],[");
                    default -> lists;
                }
                + "}";
    }
}
