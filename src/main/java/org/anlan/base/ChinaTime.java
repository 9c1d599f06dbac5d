package org.anlan.base;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time by which offices in China count days: UTC+8 all year, whatever the machine is set to. */
public final class ChinaTime {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    private ChinaTime() {}

    /** The clock. */
    public static Clock clock() {
        return CLOCK;
    }

    /** A moment as people there say it, to the minute: "2026-11-29 14:41". */
    public static String told(Instant moment) {
        return MINUTE.format(moment.atZone(CLOCK.getZone()));
    }

    /** The day it is there. */
    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }
}
