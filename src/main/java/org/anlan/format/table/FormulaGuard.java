package org.anlan.format.table;

import java.util.regex.Pattern;

/**
 * Keeps texts of a CSV from being computed by the spreadsheet that opens it ("CSV injection"): a text that begins like a formula, half or
 * full width, gets an apostrophe in front. Reading takes exactly that apostrophe off again.
 */
public final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("'*(?:[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠﹦﹢﹣﹫]|[\\t\\r\\n])");
    private static final Pattern GUARDED = Pattern.compile("'+(?:[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠﹦﹢﹣﹫]|[\\t\\r\\n])");

    private FormulaGuard() {}

    /** The text as it may stand in a CSV. */
    public static String guard(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that was guarded; any other text as it is. */
    static String unguard(String text) {
        return !text.isEmpty()
                        && text.charAt(0) == '\''
                        && GUARDED.matcher(text).lookingAt()
                ? text.substring(1)
                : text;
    }
}
