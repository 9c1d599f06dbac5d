package org.anlan.coast;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;

/** What the rows of a retention figure are. */
public enum By {
    /** City or county: regions of the level "city". */
    CITY,
    /** Town: regions of the level "town". */
    TOWN,
    /** Bay: regions of the level "bay". */
    BAY,
    /** Protection class of the segment. */
    PROTECTION,
    /** Function space of the segment: production, living, ecology (plan §7.3.3). */
    SPACE,
    /** Level 1 type of the segment: natural, artificial, nature-like, estuarine. */
    TYPE1,
    /** Level 2 type of the segment: sandy, port, restored … */
    TYPE2,
    /** Present use of the segment: fishery, port, tourism … */
    USE;

    /** Whether the rows are regions, to which the coast belongs by place. */
    public boolean byPlace() {
        return this == CITY || this == TOWN || this == BAY;
    }

    /** The word for it: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grouping of this word; refused ({@code unknown-grouping}) with those that exist. */
    public static By of(String word) {
        return Arrays.stream(values())
                .filter(by -> by.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-grouping",
                        "不能按“%s”统计；可用：%s",
                        "There are no figures by \"%s\"; there are: %s",
                        word,
                        Arrays.stream(values()).map(By::word).collect(Collectors.joining(", "))));
    }
}
