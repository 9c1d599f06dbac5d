package org.anlan.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.anlan.base.Refusal;

/** Days of things that happen in the field, as whoever enters them says. */
public final class FieldDay {

    /** Where days begin. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    /** Days by this clock. */
    public FieldDay(Clock clock) {
        this.clock = clock.withZone(ZONE);
    }

    /** Today. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The day that is said, today when none is; refused ({@code day-in-the-future}). */
    public LocalDate past(Optional<LocalDate> said) {
        LocalDate today = today();
        LocalDate day = said.orElse(today);
        if (day.isAfter(today)) {
            throw Refusal.invalid(
                    "day-in-the-future",
                    "日期 %s 在今天（%s）之后；请填写实际发生的日期",
                    "The day %s is after today (%s); give the day on which it happened",
                    day,
                    today);
        }
        return day;
    }

    /** The same, not before what it follows; refused ({@code day-in-the-future}, {@code days-in-order}). */
    public LocalDate pastSince(LocalDate before, Optional<LocalDate> said) {
        LocalDate day = past(said);
        if (day.isBefore(before)) {
            throw Refusal.invalid(
                    "days-in-order",
                    "日期 %s 早于上一条记录的日期 %s",
                    "The day %s is before that of the entry before, %s",
                    day,
                    before);
        }
        return day;
    }
}
