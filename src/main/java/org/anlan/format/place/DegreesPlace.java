package org.anlan.format.place;

import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.format.PackedGeometry;

/**
 * Rows that lie at a longitude and a latitude.
 *
 * @param pair the columns
 * @param packedFirst axis of the first column, where its name tells that DDDMMSS may be meant
 * @param packedSecond the same of the second
 * @param exchanged whether the first column holds the latitude
 */
record DegreesPlace(
        AxisPair pair, Optional<Angle.Axis> packedFirst, Optional<Angle.Axis> packedSecond, boolean exchanged)
        implements Place.Reader {

    @Override
    public Spot spot(Texts row) {
        if (pair.isBlank(row)) {
            return Spot.shared(
                    "table.place-blank", Text.of("%s没有填写，没有图形", "%s are blank: there is no shape", pair.names()));
        }
        Optional<Angle> first = pair.first().angle(row, packedFirst);
        Optional<Angle> second = pair.second().angle(row, packedSecond);
        if (first.isEmpty()) {
            return unreadable(pair.first(), row);
        }
        return second.isEmpty() ? unreadable(pair.second(), row) : spot(row, first.get(), second.get());
    }

    private static Spot unreadable(AxisColumn column, Texts row) {
        return Spot.unread(
                "table.place-unreadable",
                Text.of(
                        "“%s”列的“%s”不能读作经纬度，没有图形；请写成十进制度或度分秒",
                        "“%2$s” in column “%1$s” cannot be read as an angle, there is no shape; write decimal degrees or degrees, minutes, seconds",
                        column.name(),
                        Spot.shown(column.text(row))));
    }

    private Spot spot(Texts row, Angle first, Angle second) {
        AxisOrder order = AxisOrder.degrees(first, second);
        if (order == (exchanged ? AxisOrder.AS_NAMED : AxisOrder.EXCHANGED)) {
            return Spot.shared(
                    "table.axes-look-exchanged",
                    Text.of(
                            "%s两列的经度和纬度像是填反了，没有图形；请改正",
                            "longitude and latitude in %s look exchanged, there is no shape; correct them",
                            pair.names()));
        }
        if (order == AxisOrder.UNTOLD) {
            return Spot.unread(
                    "table.place-outside",
                    Text.of(
                            "%s的“%s”“%s”超出经度 ±180、纬度 ±90 的范围，没有图形；请改正",
                            "“%2$s”, “%3$s” in %1$s are beyond longitude ±180, latitude ±90, there is no shape; correct them",
                            pair.names(),
                            Spot.shown(pair.first().text(row)),
                            Spot.shown(pair.second().text(row))));
        }
        double lon = exchanged ? second.degrees() : first.degrees();
        double lat = exchanged ? first.degrees() : second.degrees();
        return Spot.at(PackedGeometry.FACTORY.createPoint(PackedGeometry.sequence(new double[] {lon, lat})));
    }
}
