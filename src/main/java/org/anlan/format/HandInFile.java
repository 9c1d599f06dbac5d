package org.anlan.format;

import java.io.Closeable;
import java.util.List;

/** A file that was handed in, opened: its layers. Closing it removes what was unpacked. */
public interface HandInFile extends Closeable {

    /** The layers found, in the order of their names. Never empty: a file without any is refused when it is opened. */
    List<FeatureSource> layers();

    /** How many bytes opening it unpacked. */
    default long unpackedBytes() {
        return 0;
    }

    /** Layers that read the file where it lies: closing does nothing, the file belongs to whoever handed it in. */
    static HandInFile of(List<FeatureSource> layers) {
        return new InPlace(List.copyOf(layers));
    }
}
