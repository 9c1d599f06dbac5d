package org.anlan.format.geopackage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a view of a file that was handed in may be run. What a view can cost must be bounded: it may choose and join the rows of
 * plain tables and look up words, row by row, but call no function, recurse, sort, group, or build tables on its way (those could fill
 * the disk before the first row comes). The views of our own data file are of this kind.
 */
final class SimpleView {

    private static final Pattern TOKEN = Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/|'(?<text>(?:[^']|'')*+)'"
            + "|\"(?<double>(?:[^\"]|\"\")*+)\"|`(?<back>(?:[^`]|``)*+)`|\\[(?<square>[^\\]]*+)\\]"
            + "|(?<word>[\\p{L}_$\\x{80}-\\x{10FFFF}][\\p{L}\\p{N}_$\\x{80}-\\x{10FFFF}]*+)|(?<sign>\\S)");
    private static final Set<String> COSTLY = Set.of(
            "with",
            "recursive",
            "order",
            "group",
            "having",
            "distinct",
            "union",
            "intersect",
            "except",
            "over",
            "window",
            "values",
            "glob",
            "match",
            "regexp");
    private static final Set<String> BEFORE_BRACKETS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "as",
            "on",
            "when",
            "then",
            "else",
            "case",
            "exists",
            "select",
            "where",
            "from",
            "join",
            "between",
            "like",
            "is",
            "using",
            "cast",
            "coalesce",
            "ifnull",
            "nullif",
            "round",
            "abs");
    private static final List<String> QUOTED = List.of("double", "back", "square", "text");
    private static final String NAME = "a name";
    private static final int LONGEST = 100_000;

    private final Set<String> notPlain;
    private final Deque<Boolean> inFrom = new ArrayDeque<>();
    private String before = "";
    private String beforeBracket = "";
    private boolean begun;

    private SimpleView(Set<String> notPlain) {
        this.notPlain = notPlain;
    }

    /**
     * Whether the view is simple.
     *
     * @param sql its definition
     * @param notPlain names, in lower case, of what is not a plain table: views, virtual tables
     */
    static boolean isSimple(String sql, Set<String> notPlain) {
        return sql.length() <= LONGEST && new SimpleView(notPlain).walk(TOKEN.matcher(sql));
    }

    private boolean walk(Matcher tokens) {
        inFrom.push(false);
        while (tokens.find()) {
            String word = tokens.group("word");
            if (!begun) {
                begun = word != null && word.equalsIgnoreCase("as");
            } else if (!(word != null ? word(word.toLowerCase(Locale.ROOT)) : other(tokens))) {
                return false;
            }
        }
        return begun;
    }

    private boolean other(Matcher tokens) {
        if (tokens.group("sign") != null) {
            return sign(tokens.group("sign"));
        }
        for (String quotes : QUOTED) {
            if (tokens.group(quotes) != null) {
                before = NAME;
                return isPlain(unquoted(tokens.group(quotes), quotes));
            }
        }
        return true; // a comment
    }

    /** A text counts as a name: SQLite takes it for one where a table is named. */
    private static String unquoted(String inner, String quotes) {
        String one = quotes.equals("double") ? "\"" : quotes.equals("back") ? "`" : "'";
        return inner.replace(one + one, one).toLowerCase(Locale.ROOT);
    }

    private boolean word(String word) {
        if (COSTLY.contains(word)) {
            return false;
        }
        if (word.equals("select") && before.equals("(")) {
            if (beforeBracket.equals("in") || inFrom.peek()) {
                return false;
            }
        } else if (word.equals("from") || word.equals("where")) {
            inFrom.pop();
            inFrom.push(word.equals("from"));
        }
        before = word;
        return isPlain(word);
    }

    private boolean isPlain(String name) {
        return !inFrom.peek() || !notPlain.contains(name);
    }

    private boolean sign(String sign) {
        boolean called = false;
        if (sign.equals("(")) {
            called = before.length() > 1 && !BEFORE_BRACKETS.contains(before);
            beforeBracket = before;
            inFrom.push(inFrom.peek());
        } else if (sign.equals(")") && inFrom.size() > 1) {
            inFrom.pop();
        }
        before = sign;
        return !called;
    }
}
