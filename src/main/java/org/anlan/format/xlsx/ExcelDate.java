package org.anlan.format.xlsx;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Days as Excel counts them (ECMA-376 part 1, 18.17.4): 1 is 1900-01-01, and 60 is a 29 February 1900 that never was; or days from
 * 1904-01-01.
 */
final class ExcelDate {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final long FIRST_SURE = 61;
    private static final long LAST = 2_958_465;
    private static final int SECONDS = 86_400;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private ExcelDate() {}

    /** A day as {@link LocalDate}; a day with a time, or a time alone, as text; a number that is no date as it is. */
    static Object read(double serial, boolean epoch1904) {
        long seconds = Math.round(serial * SECONDS);
        long day = Math.floorDiv(seconds, SECONDS);
        if (!(serial >= 0) || day > LAST) {
            return serial;
        }
        String clock = CLOCK.format(LocalTime.ofSecondOfDay(Math.floorMod(seconds, SECONDS)));
        boolean midnight = clock.equals("00:00:00");
        if (day == 0 && !epoch1904) {
            return clock;
        }
        if (day == FIRST_SURE - 1 && !epoch1904) {
            return serial;
        }
        LocalDate date = epoch1904 ? EPOCH_1904.plusDays(day) : EPOCH_1900.plusDays(day < FIRST_SURE ? day + 1 : day);
        return midnight ? date : date + " " + clock;
    }

    /** The number of a day that every spreadsheet reads alike; empty before March 1900 and after 9999. */
    static OptionalLong serial(LocalDate date) {
        long day = date.toEpochDay() - EPOCH_1900.toEpochDay();
        return day >= FIRST_SURE && day <= LAST ? OptionalLong.of(day) : OptionalLong.empty();
    }
}
