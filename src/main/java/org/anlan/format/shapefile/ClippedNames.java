package org.anlan.format.shapefile;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anlan.format.SourceField;

/** Clips field names to the 10 bytes a .dbf has, at a whole character, and tells apart those that become the same. */
final class ClippedNames {

    private static final int BYTES = 10;

    private final TextClip clip;
    private final Set<String> taken = new HashSet<>();

    private ClippedNames(Charset charset) {
        clip = new TextClip(charset);
    }

    /** The name in the file for each field. */
    static List<String> of(List<SourceField> fields, Charset charset) {
        ClippedNames names = new ClippedNames(charset);
        return fields.stream().map(field -> names.clipped(field.name())).toList();
    }

    private String clipped(String name) {
        String whole = name.isBlank() ? "FIELD" : name.strip();
        String candidate = clip.beginning(whole, BYTES);
        for (int n = 1; !taken.add(candidate.toUpperCase(Locale.ROOT)); n++) {
            String mark = "_" + n;
            candidate = clip.beginning(whole, BYTES - mark.length()) + mark;
        }
        return candidate;
    }
}
