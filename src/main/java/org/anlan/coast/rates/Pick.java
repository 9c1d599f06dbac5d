package org.anlan.coast.rates;

import org.anlan.base.EnumWord;

/** Which intersection counts where a transect meets a survey's line several times (the "closest" and "farthest" of USGS DSAS, by side). */
public enum Pick {
    /** The one nearest to the baseline; of two as near, the one seaward. */
    NEAREST,
    /** The one farthest seaward. */
    SEAWARD,
    /** The one farthest landward. */
    LANDWARD;

    /** Whether one signed distance is chosen before another. */
    boolean prefers(double distanceM, double otherM) {
        return switch (this) {
            case NEAREST ->
                Math.abs(distanceM) < Math.abs(otherM)
                        || (Math.abs(distanceM) == Math.abs(otherM) && distanceM > otherM);
            case SEAWARD -> distanceM > otherM;
            case LANDWARD -> distanceM < otherM;
        };
    }

    /** The word for it: lower case. */
    public String word() {
        return EnumWord.of(this);
    }

    /** The choice of this word; refused ({@code unknown-intersection}) with those that exist. */
    public static Pick of(String word) {
        return EnumWord.named(
                Pick.class,
                word,
                "unknown-intersection",
                "没有交点取法“%s”；可用：%s",
                "There is no choice of intersections \"%s\"; there are: %s");
    }
}
