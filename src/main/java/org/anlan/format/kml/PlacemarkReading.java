package org.anlan.format.kml;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Geometry;

/** Reads one placemark: its name and description, its values, its shape. */
final class PlacemarkReading {

    /** Characters that the texts of one placemark may have together. */
    private static final int MOST_TEXT = 4_000_000;

    private final KmlXml xml;
    private final Map<String, String> data = new LinkedHashMap<>();
    private final Set<String> schemas = new LinkedHashSet<>();
    private final Set<Placemark.Mark> marks = EnumSet.noneOf(Placemark.Mark.class);
    private String name = "";
    private String description = "";
    private Optional<Geometry> shape = Optional.empty();
    private Optional<Text> bad = Optional.empty();
    private int textLeft = MOST_TEXT;

    PlacemarkReading(KmlXml xml) {
        this.xml = xml;
    }

    /** The placemark that has just begun, to its end. */
    Placemark read(int layer, String folder) throws IOException {
        int within = xml.depth();
        while (bad.isEmpty() && xml.nextElement(within)) {
            switch (xml.name()) {
                case "name" -> name = text();
                case "description" -> description = text();
                case "ExtendedData" -> extendedData();
                default -> shapeOrOther();
            }
        }
        if (bad.isPresent()) {
            xml.leave(within);
        }
        return new Placemark(layer, folder, name, description, data, schemas, shape, bad, marks);
    }

    private void shapeOrOther() throws IOException {
        if (ShapeReading.SHAPES.contains(xml.name()) && shape.isEmpty()) {
            ShapeReading reading = new ShapeReading(xml);
            try {
                shape = Optional.of(reading.read()).filter(read -> !read.isEmpty());
            } catch (BadShape none) {
                bad = Optional.of(none.reason());
            }
            mark(reading.droppedHeights(), Placemark.Mark.HEIGHTS_DROPPED);
            mark(reading.closedARing(), Placemark.Mark.RING_CLOSED);
            mark(reading.leftSomethingOut(), Placemark.Mark.TRACK_LEFT_OUT);
            return;
        }
        mark(ShapeReading.SHAPES.contains(xml.name()), Placemark.Mark.MORE_SHAPES);
        mark(ShapeReading.LEFT_OUT.contains(xml.name()), Placemark.Mark.TRACK_LEFT_OUT);
        xml.skip();
    }

    private void mark(boolean so, Placemark.Mark mark) {
        if (so) {
            marks.add(mark);
        }
    }

    private void extendedData() throws IOException {
        int within = xml.depth();
        while (xml.nextElement(within)) {
            switch (xml.name()) {
                case "Data" -> value(xml.attribute("name"));
                case "SchemaData" -> schemaData();
                default -> xml.skip();
            }
        }
    }

    private void value(String field) throws IOException {
        int within = xml.depth();
        while (xml.nextElement(within)) {
            if (xml.name().equals("value")) {
                put(field, text());
            } else {
                xml.skip();
            }
        }
    }

    private void schemaData() throws IOException {
        String url = xml.attribute("schemaUrl");
        schemas.add(url.substring(url.indexOf('#') + 1));
        int within = xml.depth();
        while (xml.nextElement(within)) {
            if (xml.name().equals("SimpleData")) {
                put(xml.attribute("name"), text());
            } else {
                xml.skip();
            }
        }
    }

    private void put(String field, String value) {
        if (!field.isBlank()) {
            data.put(field.strip(), value);
        }
    }

    /** The text of the element that has just begun; "" when the placemark has too much of it. */
    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        xml.text(piece -> {
            textLeft -= piece.length;
            if (textLeft >= 0) {
                text.append(piece);
            }
        });
        mark(textLeft < 0, Placemark.Mark.TEXT_TOO_LONG);
        return textLeft < 0 ? "" : text.toString().strip();
    }
}
