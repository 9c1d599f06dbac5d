package org.anlan.format.place;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anlan.base.Text;

/**
 * The columns of a table that say where its rows lie.
 *
 * @param reader reads a row
 * @param crs "EPSG:n" where the columns tell it
 * @param crsReason why, where it is their names that tell
 * @param angles columns that hold an angle, given as decimal degrees however they are written
 * @param shapes columns that hold nothing but the shape and are no fields
 */
public record Place(
        Reader reader,
        Optional<String> crs,
        Optional<Text> crsReason,
        Map<Integer, AngleColumn> angles,
        Set<Integer> shapes) {

    /** Copies the collections. */
    public Place {
        angles = Map.copyOf(angles);
        shapes = Set.copyOf(shapes);
    }

    /** Reads where a row lies. */
    @FunctionalInterface
    public interface Reader {

        /** The shape of a row, or why it has none. */
        Spot spot(Texts row);
    }

    /**
     * A column whose values are angles.
     *
     * @param from the column they are read from: the other one of the two where longitude and latitude are exchanged
     * @param longitude which angle it is
     * @param complete whether every cell that is not blank can be read
     */
    public record AngleColumn(int from, boolean longitude, boolean complete) {

        /** Decimal degrees, west and south negative; empty when the cell cannot be read. */
        public OptionalDouble degrees(Texts row) {
            Optional<Angle> angle = Angle.read(row.at(from), longitude ? Angle.Axis.LONGITUDE : Angle.Axis.LATITUDE);
            return angle.isPresent() ? OptionalDouble.of(angle.get().degrees()) : OptionalDouble.empty();
        }
    }
}
