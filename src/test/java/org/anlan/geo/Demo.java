package org.anlan.geo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The demonstration data of Shishi as geometry, and the figures that were computed from it elsewhere. */
final class Demo {

    /** One feature: its attributes and its shape. */
    record Feature(JsonNode values, Geometry shape) {
        String text(String field) {
            return values.path(field).asText();
        }
    }

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Demo() {}

    static List<Feature> layer(String name) {
        List<Feature> features = new ArrayList<>();
        for (JsonNode f : json(name + ".geojson").path("features")) {
            features.add(new Feature(f.path("properties"), shape(f.path("geometry"))));
        }
        return features;
    }

    static JsonNode checks() {
        return json("checks.json");
    }

    /** The mainland segments of a survey. */
    static List<Feature> mainland(int year) {
        return layer("coastline-" + year).stream()
                .filter(f -> f.values().path("mainland").asBoolean())
                .toList();
    }

    private static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(Path.of("data", "shishi", name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Geometry shape(JsonNode geometry) {
        JsonNode c = geometry.path("coordinates");
        return switch (geometry.path("type").asText()) {
            case "Point" ->
                FACTORY.createPoint(
                        new CoordinateXY(c.get(0).asDouble(), c.get(1).asDouble()));
            case "LineString" -> FACTORY.createLineString(positions(c));
            case "Polygon" -> polygon(c);
            case "MultiPolygon" -> {
                List<Polygon> parts = new ArrayList<>();
                c.forEach(p -> parts.add(polygon(p)));
                yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            case "MultiLineString" -> {
                List<LineString> parts = new ArrayList<>();
                c.forEach(p -> parts.add(FACTORY.createLineString(positions(p))));
                yield FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
            }
            default -> throw new IllegalArgumentException(geometry.path("type").asText());
        };
    }

    private static Polygon polygon(JsonNode rings) {
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = FACTORY.createLinearRing(positions(rings.get(i + 1)));
        }
        return FACTORY.createPolygon(FACTORY.createLinearRing(positions(rings.get(0))), holes);
    }

    private static Coordinate[] positions(JsonNode list) {
        Coordinate[] positions = new Coordinate[list.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new CoordinateXY(
                    list.get(i).get(0).asDouble(), list.get(i).get(1).asDouble());
        }
        return positions;
    }
}
