package org.anlan.format.ogr;

import java.time.Duration;
import org.anlan.format.OpenOptions.Limits;

/**
 * What a conversion may cost.
 *
 * @param time longest time
 * @param bytes most bytes in its folder, and of one file
 * @param memoryBytes most memory, where the platform can hold a program to it
 */
record Bounds(Duration time, long bytes, long memoryBytes) {

    static Bounds of(Limits limits) {
        return new Bounds(Duration.ofMinutes(5), limits.unpackedBytes(), 2L << 30);
    }
}
