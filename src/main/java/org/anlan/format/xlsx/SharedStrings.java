package org.anlan.format.xlsx;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The texts that the cells of a workbook point to, laid down in two files, so that memory does not grow with them: the texts one behind the
 * other in UTF-8, and where each begins.
 *
 * @param texts the file of texts
 * @param offsets eight bytes each, big-endian: where a text begins; one more at the end
 * @param count how many there are
 */
record SharedStrings(Path texts, Path offsets, long count) {

    /** Longer than any that Excel allows (32 767), for other writers. */
    static final int LONGEST = 4_000_000;

    /** Reads the part and lays its texts down beside it. */
    static SharedStrings of(Path part, String table) throws IOException {
        Path texts = part.resolveSibling("texts");
        Path offsets = part.resolveSibling("offsets");
        long count = 0;
        try (XmlTokens xml = new XmlTokens(part, table);
                DataOutputStream text = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(texts)));
                DataOutputStream offset =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(offsets)))) {
            long at = 0;
            offset.writeLong(at);
            while (xml.next()) {
                if (xml.starts("si")) {
                    byte[] bytes = item(xml).getBytes(StandardCharsets.UTF_8);
                    text.write(bytes);
                    at += bytes.length;
                    offset.writeLong(at);
                    count++;
                }
            }
        }
        return new SharedStrings(texts, offsets, count);
    }

    /** The text of the element that starts here: that of its runs, without their formats and without phonetic hints. */
    static String item(XmlTokens xml) {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0 && xml.next(); ) {
            if (xml.starts("t")) {
                xml.text(text, LONGEST);
            } else if (xml.starts("rPh")) {
                xml.skip();
            } else {
                depth += xml.isStart() ? 1 : -1;
            }
        }
        return text.toString();
    }
}
