package org.anlan.format.place;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One coordinate in a table: a column, or three for degrees, minutes and seconds.
 *
 * @param column its column, or that of the degrees
 * @param minutes the column of the minutes; -1 when there is none
 * @param seconds the column of the seconds; -1 when there is none
 * @param name what the column is called
 */
record AxisColumn(int column, int minutes, int seconds, String name) {

    private static final int LONGEST = 64;

    boolean isSplit() {
        return minutes >= 0;
    }

    /** The cell's text; three cells are put together as one angle. */
    String text(Texts row) {
        if (!isSplit()) {
            return row.at(column);
        }
        String degrees = whole(row.at(column));
        String minute = whole(row.at(minutes));
        String second = seconds < 0 ? "" : row.at(seconds);
        if (second.isEmpty()) {
            return minute.isEmpty() ? degrees : degrees + "°" + minute + "'";
        }
        return degrees + "°" + (minute.isEmpty() ? "0" : minute) + "'" + second + "\"";
    }

    private static String whole(String number) {
        return number.replaceFirst("\\.0+$", "");
    }

    Optional<Angle> angle(Texts row, Optional<Angle.Axis> packed) {
        String text = text(row);
        return packed.isPresent() && !isSplit() ? Angle.read(text, packed.get()) : Angle.read(text);
    }

    /** A number of metres, with thousands marks and unit taken off. */
    OptionalDouble metres(Texts row) {
        String text = text(row);
        if (text.length() > LONGEST) {
            return OptionalDouble.empty();
        }
        if (Angle.PLAIN.matcher(text).matches()) {
            return finite(text);
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace(",", "")
                .replaceFirst("\\s*(m|M|米)$", "")
                .strip();
        return Angle.PLAIN.matcher(plain).matches() ? finite(plain) : OptionalDouble.empty();
    }

    private static OptionalDouble finite(String number) {
        double metres = Double.parseDouble(number);
        return Double.isFinite(metres) ? OptionalDouble.of(metres) : OptionalDouble.empty();
    }
}
