package org.anlan.format.place;

import java.util.OptionalDouble;
import org.anlan.base.Text;
import org.anlan.format.PackedGeometry;

/**
 * Rows that lie at an easting and a northing in metres.
 *
 * @param pair the columns
 * @param exchanged whether the first column holds the northing
 */
record MetresPlace(AxisPair pair, boolean exchanged) implements Place.Reader {

    @Override
    public Spot spot(Texts row) {
        if (pair.isBlank(row)) {
            return Spot.shared(
                    "table.place-blank", Text.of("%s没有填写，没有图形", "%s are blank: there is no shape", pair.names()));
        }
        OptionalDouble first = pair.first().metres(row);
        OptionalDouble second = pair.second().metres(row);
        if (first.isEmpty()) {
            return unreadable(pair.first(), row);
        }
        return second.isEmpty() ? unreadable(pair.second(), row) : spot(first.getAsDouble(), second.getAsDouble(), row);
    }

    private static Spot unreadable(AxisColumn column, Texts row) {
        return Spot.unread(
                "table.place-unreadable",
                Text.of(
                        "“%s”列的“%s”不能读作以米为单位的坐标，没有图形；请改正",
                        "“%2$s” in column “%1$s” cannot be read as a coordinate in metres, there is no shape; correct it",
                        column.name(),
                        Spot.shown(column.text(row))));
    }

    private Spot spot(double first, double second, Texts row) {
        if (Math.abs(first) <= 180 && Math.abs(second) <= 180) {
            return Spot.unread(
                    "table.place-outside",
                    Text.of(
                            "%s的“%s”“%s”像是度，而其他行是米，没有图形；请改正",
                            "“%2$s”, “%3$s” in %1$s look like degrees among metres, there is no shape; correct them",
                            pair.names(),
                            Spot.shown(pair.first().text(row)),
                            Spot.shown(pair.second().text(row))));
        }
        if (AxisOrder.metres(first, second) == (exchanged ? AxisOrder.AS_NAMED : AxisOrder.EXCHANGED)) {
            return Spot.shared(
                    "table.axes-look-exchanged",
                    Text.of(
                            "%s两列的东坐标和北坐标与多数行相反，没有图形；请改正",
                            "easting and northing in %s are the other way round than in most rows, there is no shape; correct them",
                            pair.names()));
        }
        double east = exchanged ? second : first;
        double north = exchanged ? first : second;
        return Spot.at(PackedGeometry.FACTORY.createPoint(PackedGeometry.sequence(new double[] {east, north})));
    }
}
