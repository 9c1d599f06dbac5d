package org.anlan.format;

import java.nio.charset.Charset;

/**
 * The encoding that the text of a layer was read in, and how it was known.
 *
 * @param charset the character set
 * @param reason how it was known
 */
public record SourceEncoding(Charset charset, Reason reason) {

    /** In order of trust. */
    public enum Reason {
        /** The user named it. */
        CHOSEN,
        /** A .cpg file, a byte order mark, or a format that allows only one. */
        DECLARED,
        /** The language byte of the DBF header. */
        LANGUAGE_BYTE,
        /** Every text is valid UTF-8. */
        VALID_UTF8,
        /** Nothing told it; the usual one in Chinese offices (GB18030) was taken. */
        ASSUMED
    }
}
