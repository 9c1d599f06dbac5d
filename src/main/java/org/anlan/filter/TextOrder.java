package org.anlan.filter;

/** How texts compare: by code points, which is the order of their UTF-8 bytes and of PostgreSQL's collation "C". */
final class TextOrder {

    private TextOrder() {}

    /** Negative, zero or positive. Java compares UTF-16 units, in which U+10000 and above come before U+E000 to U+FFFF. */
    static int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean apart = Character.isSurrogate(a) != Character.isSurrogate(b);
                return apart && a >= 0xD800 && b >= 0xD800 ? b - a : a - b;
            }
        }
        return one.length() - other.length();
    }
}
