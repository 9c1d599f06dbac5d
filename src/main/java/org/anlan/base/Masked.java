package org.anlan.base;

import java.util.regex.Pattern;

/** Takes passwords out of what is shown: {@code user:pass@} and {@code password=} in an address, however wrongly it is written. */
public final class Masked {

    /** What is shown in the place of a password. */
    public static final String STARS = "***";

    /** Greedy up to the last @, since a password that nobody encoded may hold any sign. */
    private static final Pattern BEFORE_THE_HOST = Pattern.compile("^([\\w:+.-]*//)?([^:/?@]*):(.*)@", Pattern.DOTALL);

    private static final Pattern NAMED =
            Pattern.compile("((?:pass|pwd|secret)\\w*\\s*=\\s*)('[^']*'|[^&\\s]*)", Pattern.CASE_INSENSITIVE);

    private Masked() {}

    /** The value with stars in the place of passwords. */
    public static String text(String value) {
        String host = BEFORE_THE_HOST.matcher(value).replaceFirst("$1$2:" + STARS + "@");
        return NAMED.matcher(host).replaceAll("$1" + STARS);
    }
}
