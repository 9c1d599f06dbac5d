package org.anlan.format.kml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureWriter;
import org.anlan.format.FindingList;
import org.anlan.format.OutFeature;
import org.anlan.format.OutField;
import org.anlan.format.OutFormat;
import org.anlan.format.OutLayer;
import org.anlan.format.SourceField;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes a layer as KML 2.2 (OGC 07-147r2): a folder of placemarks, their values typed by a Schema (clause 9.4). A feature's id stands among its
 * values as "id", unless the layer has a field of that name: the attribute of that name takes no id that begins with a digit. Dates are texts,
 * since KML has no type for them. A field called "name" or "description" stands in the element of that name alone, since readers take both for one; else the
 * element "name" repeats the layer's name field.
 */
public final class KmlWriter implements FeatureWriter {

    /** How a layer is written as KML. */
    public static final OutFormat FORMAT = new OutFormat(
            "kml",
            Text.of("KML（奥维、谷歌地球）", "KML (Google Earth)"),
            "kml",
            "application/vnd.google-earth.kml+xml",
            List.of(StandardCharsets.UTF_8),
            OutFormat.Coordinates.LON_LAT,
            KmlWriter::new);

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";

    private final OutLayer layer;
    private final OutputStream out;
    private final XmlOut xml;
    private final KmlShapes shapes;
    private final FindingList findings;
    private final boolean idIsValue;
    private final int nameAt;
    private final int descriptionAt;
    private int record;

    KmlWriter(OutputStream out, OutLayer layer, Charset charset) throws IOException {
        this.layer = layer;
        this.out = out;
        this.findings = new FindingList(layer.name());
        List<String> names = layer.fields().stream().map(OutField::name).toList();
        this.idIsValue = !names.contains(ID);
        this.nameAt = names.contains(NAME)
                ? names.indexOf(NAME)
                : layer.nameField().map(names::indexOf).orElse(-1);
        this.descriptionAt = names.indexOf(DESCRIPTION);
        this.xml = new XmlOut(out);
        this.shapes = new KmlShapes(xml);
        begin();
    }

    private void begin() throws IOException {
        xml.open("kml", "xmlns", "http://www.opengis.net/kml/2.2").open("Document", ID, "root_doc");
        xml.element(NAME, layer.title().zh()).line();
        xml.open("Schema", "name", layer.name(), ID, SCHEMA).line();
        if (idIsValue) {
            xml.open("SimpleField", "name", ID, "type", "string").close().line();
        }
        for (int i = 0; i < layer.fields().size(); i++) {
            OutField field = layer.fields().get(i);
            if (isElement(i)) {
                continue;
            }
            xml.open("SimpleField", "name", field.name(), "type", type(field.type()));
            xml.element("displayName", field.label().zh()).close().line();
        }
        xml.close().open("Folder").element(NAME, layer.name()).line();
    }

    private static String type(SourceField.Type type) {
        return switch (type) {
            case TEXT, DATE -> "string";
            case INTEGER -> "int";
            case NUMBER -> "double";
            case BOOLEAN -> "bool";
        };
    }

    @Override
    public void write(OutFeature feature) throws IOException {
        record++;
        xml.open("Placemark");
        element(NAME, nameAt < 0 ? feature.id() : feature.values()[nameAt]);
        element(DESCRIPTION, descriptionAt < 0 ? null : feature.values()[descriptionAt]);
        xml.open("ExtendedData").open("SchemaData", "schemaUrl", "#" + SCHEMA);
        if (idIsValue) {
            xml.element("SimpleData", feature.id(), "name", ID);
        }
        for (int i = 0; i < feature.values().length; i++) {
            Object value = feature.values()[i];
            if (value != null) {
                xml.element(
                        "SimpleData", text(value), "name", layer.fields().get(i).name());
            }
        }
        xml.close().close();
        Optional<Geometry> shape = feature.geometry().filter(g -> !g.isEmpty());
        if (shape.isPresent()) {
            shapes.write(shape.get());
        }
        xml.close().line();
    }

    private void element(String name, Object value) throws IOException {
        if (value != null) {
            xml.element(name, text(value));
        }
    }

    /** Whether a field stands in an element of its own name instead of among the typed values. */
    private boolean isElement(int field) {
        return field == descriptionAt
                || (field == nameAt && layer.fields().get(field).name().equals(NAME));
    }

    private String text(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "1" : "0";
        }
        if (value instanceof Long whole && whole != whole.intValue()) {
            findings.tally(
                    "kml.large-number",
                    Severity.WARNING,
                    record,
                    new Text(
                            "整数超过 21 亿，KML 没有这样的类型，部分软件会读错",
                            "a whole number is beyond two billion, for which KML has no type; some software reads it wrong"));
        }
        return value.toString();
    }

    @Override
    public void finish() throws IOException {
        xml.end();
        out.flush();
    }

    @Override
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
