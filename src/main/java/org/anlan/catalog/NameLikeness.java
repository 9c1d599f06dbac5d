package org.anlan.catalog;

import java.util.regex.Pattern;

/**
 * How like a name in a file is to one that the catalogue lists, beyond being the same: clipped, numbered, or spelt a little differently. Short
 * names are never like another: of pinyin initials, YJLX and EJLX are two different things.
 */
public final class NameLikeness {

    private static final Pattern NUMBERED = Pattern.compile("(.+?)\\d{1,2}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final double NUMBERED_SCORE = 0.9;
    private static final double CLIPPED_SCORE = 0.88;
    private static final int LONGEST = 64;

    private NameLikeness() {}

    /** The likeness of a name in a file to the most similar name of a field: 0 nothing in common … 1 the same. */
    public static double of(FieldDefinition field, String sourceName) {
        String wanted = FieldNames.normalise(sourceName);
        return FieldNames.names(field)
                .map(FieldNames::normalise)
                .mapToDouble(known -> between(known, wanted))
                .max()
                .orElse(0);
    }

    /** The likeness of two words as they are compared (case, blanks and width do not matter), by edit distance alone. */
    public static double ofWords(String one, String other) {
        String a = FieldNames.normalise(one);
        String b = FieldNames.normalise(other);
        return a.isEmpty() || b.isEmpty() ? 0 : byEdits(a, b);
    }

    private static double between(String known, String wanted) {
        if (known.isEmpty() || wanted.isEmpty()) {
            return 0;
        }
        if (known.equals(wanted)) {
            return 1;
        }
        var numbered = NUMBERED.matcher(wanted);
        String stem = numbered.matches() ? numbered.group(1) : wanted;
        if (known.equals(stem)) {
            return NUMBERED_SCORE;
        }
        if (weight(stem) >= 6 && known.startsWith(stem)) {
            return weight(stem) >= 8 ? CLIPPED_SCORE : 0.7;
        }
        double edits = byEdits(known, wanted);
        return weight(wanted) >= 6 && weight(known) >= 6 ? edits : edits / 2;
    }

    /** Letters as they count in a DBF header: a Chinese character is two. */
    private static int weight(String name) {
        return name.length() + (int) HAN.matcher(name).results().count();
    }

    private static double byEdits(String a, String b) {
        if (a.length() > LONGEST || b.length() > LONGEST) {
            return 0;
        }
        return 1 - (double) edits(a, b) / Math.max(a.length(), b.length());
    }

    /** Levenshtein's distance: least insertions, deletions and replacements that make one of the other. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
