package org.anlan.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import org.anlan.base.Text;

/**
 * A format that layers are written in. The same features always give the same bytes: no time of writing, no random names.
 *
 * @param word names it in the API and on the command line ("shp")
 * @param title its name for people
 * @param extension of the file, without the dot ("zip")
 * @param mediaType of the file (RFC 6838)
 * @param opener begins a file
 */
public record OutFormat(String word, Text title, String extension, String mediaType, Opener opener) {

    /** Begins a file. */
    @FunctionalInterface
    public interface Opener {

        /**
         * A writer of one layer.
         *
         * @param out receives the bytes; flushed, never closed
         * @param layer what will be written
         * @param charset of its texts, for formats that know more than one; the others are always UTF-8
         */
        FeatureWriter open(OutputStream out, OutLayer layer, Charset charset) throws IOException;
    }
}
