package org.anlan.format;

import java.util.List;

/** A file of which nothing was unpacked. */
record InPlace(List<FeatureSource> layers) implements HandInFile {
    @Override
    public void close() {
        // nothing was unpacked
    }
}
