package org.anlan.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;

/** Reads a layer once, one feature at a time. Memory does not grow with the number of features. */
public interface FeatureReader extends Closeable {

    /** The next feature; empty at the end. A record that cannot be read is left out and becomes a finding. */
    Optional<SourceFeature> next() throws IOException;

    /** What was found wrong in the records read so far, at most some hundred; the last says so when there were more. */
    List<Finding> findings();
}
