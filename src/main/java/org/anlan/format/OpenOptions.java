package org.anlan.format;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How to open a hand-in.
 *
 * @param encoding the user's choice, stronger than anything the file says
 * @param limits what an upload may cost
 */
public record OpenOptions(Optional<Charset> encoding, Limits limits) {

    /**
     * Bounds for hostile files.
     *
     * @param entries most entries in a zip
     * @param unpackedBytes most bytes a zip may unpack to
     * @param ratio most times its packed size an entry may unpack to (entries under 1 MiB unpacked are not judged)
     */
    public record Limits(int entries, long unpackedBytes, int ratio) {
        /** Right for a province's yearly hand-in: 2 000 entries, 4 GiB, 200 times. */
        public static final Limits DEFAULT = new Limits(2_000, 4L << 30, 200);

        /** What is left when so many bytes were unpacked. */
        Limits less(long bytes) {
            return new Limits(entries, Math.max(0, unpackedBytes - bytes), ratio);
        }
    }

    /** The same with what is left of the limits when so many bytes were unpacked. */
    public OpenOptions less(long bytes) {
        return new OpenOptions(encoding, limits.less(bytes));
    }

    /** Nothing chosen, default limits. */
    public static OpenOptions defaults() {
        return new OpenOptions(Optional.empty(), Limits.DEFAULT);
    }
}
