package org.anlan.format;

import java.io.Closeable;
import java.util.List;

/** A file that was handed in, opened: its layers. Closing it removes what was unpacked. */
public interface HandInFile extends Closeable {

    /** The layers found, in the order of their names. Never empty: a file without any is refused when it is opened. */
    List<FeatureSource> layers();

    /** Layers that read the file where it lies: closing does nothing, the file belongs to whoever handed it in. */
    static HandInFile of(List<FeatureSource> layers) {
        return new InPlace(List.copyOf(layers));
    }
}
