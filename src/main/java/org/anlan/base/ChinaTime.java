package org.anlan.base;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time by which offices in China count days: UTC+8 all year, whatever the machine is set to. */
public final class ChinaTime {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    private ChinaTime() {}

    /** The clock. */
    public static Clock clock() {
        return CLOCK;
    }

    /** The day it is there. */
    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }
}
