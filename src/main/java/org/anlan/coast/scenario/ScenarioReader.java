package org.anlan.coast.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonSource;
import org.anlan.base.json.JsonValue;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.coast.Coast;
import org.anlan.coast.Scenario;
import org.anlan.format.geojson.DrawnShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads a scenario from JSON (docs/api.md). Areas are GeoJSON polygons (RFC 7946), longitude and latitude. What is wrong is refused with the code
 * "scenario-broken", naming the place in the JSON and, for an area that crosses itself, the place on the map.
 */
public final class ScenarioReader {

    private static final String CODE = "scenario-broken";
    private static final int MOST_SITES = 200;
    private static final int MOST_VERTICES = 20_000;
    private static final int MOST_RATIO = 100;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final CodeList types;
    private int vertices;

    private ScenarioReader(Catalog catalog) {
        types = catalog.codeList("coast-type2");
    }

    /** The scenario in the body of a request. */
    public static Scenario read(byte[] json, Catalog catalog) {
        return new ScenarioReader(catalog).scenario(new JsonSource(CODE, "scenario").read(json));
    }

    /** The scenario in a file. */
    public static Scenario read(Path file, Catalog catalog) {
        return new ScenarioReader(catalog)
                .scenario(new JsonSource(CODE, file.getFileName().toString()).read(file));
    }

    private Scenario scenario(JsonValue root) {
        root.object(
                Set.of(),
                Set.of(
                        "name",
                        "note",
                        "year",
                        "coast",
                        "rules",
                        "target",
                        "revision",
                        "replacementRatio",
                        "footprints",
                        "restorations"));
        return new Scenario(
                root.member("name").map(JsonValue::textOrBlank).orElse(""),
                root.member("note").map(JsonValue::textOrBlank).orElse(""),
                root.member("year").map(year -> year.integer(1000, 9999)),
                root.member("coast").map(JsonValue::text).map(Coast::of).orElse(Coast.MAINLAND),
                root.member("rules").map(JsonValue::text),
                root.member("target").map(JsonValue::textOrNumber),
                root.member("revision")
                        .map(revision -> OptionalLong.of(revision.integer(1, Integer.MAX_VALUE)))
                        .orElseGet(OptionalLong::empty),
                root.member("replacementRatio")
                        .map(ratio -> ratio.number(0, MOST_RATIO))
                        .orElse(Scenario.USUAL_REPLACEMENT_RATIO),
                sites(root, "footprints").stream().map(this::footprint).toList(),
                sites(root, "restorations").stream().map(this::restoration).toList());
    }

    private static List<JsonValue> sites(JsonValue root, String key) {
        return root.member(key).map(list -> list.list(MOST_SITES)).orElse(List.of());
    }

    private Scenario.Footprint footprint(JsonValue at) {
        at.object(Set.of("geometry"), Set.of("name", "effect", "type2"));
        return new Scenario.Footprint(
                name(at),
                at.member("effect")
                        .map(effect -> effect.word(Scenario.Effect.class))
                        .orElse(Scenario.Effect.ARTIFICIAL),
                at.member("type2").map(this::artificial).orElse("other"),
                area(at.at("geometry")));
    }

    private Scenario.Restoration restoration(JsonValue at) {
        at.object(Set.of("geometry"), Set.of("name"));
        return new Scenario.Restoration(name(at), area(at.at("geometry")));
    }

    private static String name(JsonValue at) {
        return at.member("name").map(JsonValue::textOrBlank).orElse("");
    }

    private String artificial(JsonValue at) {
        return types.entry(at.text())
                .filter(entry -> entry.parent().equals(Optional.of("artificial")))
                .orElseThrow(
                        () -> at.broken("“%s”不是人工岸线的二级类", "\"%s\" is no level 2 type of artificial coast", at.text()))
                .code();
    }

    private Geometry area(JsonValue at) {
        at.object(Set.of("type", "coordinates"), Set.of("bbox"));
        JsonValue coordinates = at.at("coordinates");
        Geometry area =
                switch (at.at("type").text()) {
                    case "Polygon" -> polygon(coordinates);
                    case "MultiPolygon" ->
                        SHAPES.createMultiPolygon(coordinates.list(MOST_VERTICES).stream()
                                .map(this::polygon)
                                .toArray(Polygon[]::new));
                    default ->
                        throw at.at("type").broken("应为 Polygon 或 MultiPolygon", "must be Polygon or MultiPolygon");
                };
        if (area.isEmpty()) {
            throw coordinates.broken("是空的", "is empty");
        }
        try {
            return DrawnShape.of(List.of(area));
        } catch (Refusal unfit) {
            throw coordinates.broken(
                    pattern(unfit.text().zh()), pattern(unfit.text().en()));
        }
    }

    private static String pattern(String text) {
        return text.replace("%", "%%");
    }

    private Polygon polygon(JsonValue at) {
        List<LinearRing> rings = at.list(MOST_VERTICES).stream().map(this::ring).toList();
        return rings.isEmpty()
                ? SHAPES.createPolygon()
                : SHAPES.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonValue at) {
        List<Coordinate> positions = new ArrayList<>();
        for (JsonValue position : at.list(MOST_VERTICES)) {
            List<JsonValue> numbers = position.list(4);
            if (numbers.size() < 2) {
                throw position.broken("应为经度、纬度两个数", "must be two numbers, longitude and latitude");
            }
            positions.add(new Coordinate(
                    numbers.get(0).number(-180, 180), numbers.get(1).number(-90, 90)));
        }
        vertices += positions.size();
        if (vertices > MOST_VERTICES) {
            throw at.broken("使全部顶点数超过 %d", "makes more than %d vertices in all", MOST_VERTICES);
        }
        if (positions.size() < 4 || !positions.get(0).equals2D(positions.get(positions.size() - 1))) {
            throw at.broken("应至少四个点且首尾相同", "must have at least four points, the first and the last the same");
        }
        return SHAPES.createLinearRing(positions.toArray(Coordinate[]::new));
    }
}
