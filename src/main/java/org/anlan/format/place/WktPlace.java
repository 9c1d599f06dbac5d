package org.anlan.format.place;

import java.util.Optional;
import java.util.regex.Matcher;
import org.anlan.base.Text;
import org.anlan.format.PackedGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Rows whose shape stands in a column as WKT.
 *
 * @param column which
 * @param name what it is called
 * @param srid the EPSG code that its name or the first shape tells; empty when none does
 */
record WktPlace(int column, String name, Optional<String> srid) implements Place.Reader {

    /** Collections inside collections; the reader of WKT goes one deeper for each. */
    private static final int DEEPEST = 32;

    @Override
    public Spot spot(Texts row) {
        String text = row.at(column);
        if (text.isEmpty()) {
            return Spot.shared("table.place-blank", Text.of("“%s”没有填写，没有图形", "“%s” is blank: there is no shape", name));
        }
        Matcher head = WktTrial.HEAD.matcher(text);
        if (!head.matches() || depth(text) > DEEPEST) {
            return unreadable(text);
        }
        if (head.group(1) != null && !srid.equals(Optional.of(head.group(1)))) {
            return Spot.unread(
                    "table.srid-differs",
                    Text.of(
                            "“%s”列中该图形的坐标系是 EPSG:%s，而表的坐标系是 EPSG:%s，没有图形；一个表只能用一个坐标系",
                            "the shape in column “%s” is in EPSG:%s, the table in EPSG:%s, there is no shape; a table has one system",
                            name,
                            head.group(1),
                            srid.orElse("?")));
        }
        return shape(text.substring(text.indexOf(';') + 1), text);
    }

    private Spot shape(String wkt, String text) {
        try {
            Geometry shape = new WKTReader(PackedGeometry.FACTORY).read(wkt);
            return Spot.at(shape);
        } catch (ParseException | IllegalArgumentException unread) {
            return unreadable(text);
        }
    }

    private Spot unreadable(String text) {
        return Spot.unread(
                "table.place-unreadable",
                Text.of(
                        "“%s”列的“%s”不是可以读取的 WKT 图形，没有图形；请改正",
                        "“%2$s” in column “%1$s” is no shape in WKT that can be read, there is no shape; correct it",
                        name,
                        Spot.shown(text)));
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length() && deepest <= DEEPEST; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
