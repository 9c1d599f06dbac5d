package org.anlan.base;

import java.time.LocalDate;

/**
 * A quarter of a year.
 *
 * @param index quarters since the year 0
 */
public record Quarter(int index) {

    private static final int IN_A_YEAR = 4;

    /** The quarter of a day. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear() * IN_A_YEAR + (day.getMonthValue() - 1) / 3);
    }

    @Override
    public String toString() {
        return index / IN_A_YEAR + "Q" + (index % IN_A_YEAR + 1);
    }
}
