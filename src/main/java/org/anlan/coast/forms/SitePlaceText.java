package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.anlan.coast.SitePlace;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Where a site lies, as JSON that reads as the same place: coordinates to the last digit. */
final class SitePlaceText {

    private SitePlaceText() {}

    /** Puts the members of a site that say where it lies. */
    static void put(ObjectNode site, SitePlace place) {
        if (place instanceof SitePlace.Segments segments) {
            segments.ids().forEach(site.putArray("segments")::add);
        } else if (place instanceof SitePlace.Corridor corridor) {
            ObjectNode line = site.putObject("geometry").put("type", "LineString");
            positions(line.putArray("coordinates"), corridor.line());
            site.put("widthM", corridor.widthM());
        } else {
            site.set("geometry", area(place.ground().orElseThrow()));
        }
    }

    private static JsonNode area(Geometry area) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        boolean several = area instanceof MultiPolygon;
        ArrayNode coordinates =
                node.put("type", several ? "MultiPolygon" : "Polygon").putArray("coordinates");
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) area.getGeometryN(i);
            ArrayNode rings = several ? coordinates.addArray() : coordinates;
            positions(rings.addArray(), polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                positions(rings.addArray(), polygon.getInteriorRingN(hole));
            }
        }
        return node;
    }

    private static void positions(ArrayNode positions, LineString line) {
        for (Coordinate position : line.getCoordinates()) {
            positions.addArray().add(position.x).add(position.y);
        }
    }
}
