package org.anlan.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.anlan.base.Finding;

/** Writes one layer to one file, one feature at a time. Memory does not grow with the number of features. */
public interface FeatureWriter extends Closeable {

    /** Writes a feature. */
    void write(OutFeature feature) throws IOException;

    /** Ends the file: nothing may be written after it, and all of it has been handed to the stream when it returns. */
    void finish() throws IOException;

    /** What could not be written as it was (texts clipped, characters that an encoding lacks); complete after {@link #finish}. */
    List<Finding> findings();

    /** Lets go of what is held (temporary files). A file that was not finished is broken. The stream belongs to the caller. */
    @Override
    void close() throws IOException;
}
