package org.anlan.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days and moments beside each other. */
final class Times {

    private Times() {}

    /** The day of a moment, in UTC; the ends of time stay the ends of time. */
    static LocalDate day(Object time) {
        if (time instanceof LocalDate day) {
            return day;
        }
        Instant moment = (Instant) time;
        if (moment.equals(Instant.MIN)) {
            return LocalDate.MIN;
        }
        return moment.equals(Instant.MAX)
                ? LocalDate.MAX
                : moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** How two times compare; of a day and a moment the moment counts as its day. */
    static int compare(Object one, Object other) {
        return one instanceof Instant a && other instanceof Instant b ? a.compareTo(b) : day(one).compareTo(day(other));
    }

    /** Whether both are literals and the second lies before the first. */
    static boolean backwards(Expression start, Expression end) {
        return literal(start) && literal(end) && compare(value(start), value(end)) > 0;
    }

    private static boolean literal(Expression expression) {
        return expression instanceof Expression.Day || expression instanceof Expression.Moment;
    }

    private static Object value(Expression literal) {
        return literal instanceof Expression.Day day ? day.value() : ((Expression.Moment) literal).value();
    }
}
