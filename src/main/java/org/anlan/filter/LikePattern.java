package org.anlan.filter;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The pattern of LIKE (21-065r2, 7.1): % stands for any number of characters, _ for one, a backslash takes the next character as it is. Characters are
 * code points. Takes time in proportion to text times pattern at the very most.
 */
final class LikePattern {

    private static final int ANY = -1;
    private static final int ONE = -2;

    /** Code points, or the wildcards. */
    private final int[] signs;

    private LikePattern(int[] signs) {
        this.signs = signs;
    }

    /** A pattern; the folding is applied to what stands between the wildcards. */
    static LikePattern of(String pattern, UnaryOperator<String> folding) {
        int[] signs = new int[16];
        int count = 0;
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i <= pattern.length(); i++) {
            char c = i < pattern.length() ? pattern.charAt(i) : '%';
            boolean escaped = c == '\\' && i + 1 < pattern.length();
            if (i < pattern.length() && (escaped || (c != '%' && c != '_'))) {
                i += escaped ? 1 : 0;
                plain.append(pattern.charAt(i));
                continue;
            }
            int[] folded = folding.apply(plain.toString()).codePoints().toArray();
            plain.setLength(0);
            signs = Arrays.copyOf(signs, Math.max(signs.length, 2 * (count + folded.length + 1)));
            System.arraycopy(folded, 0, signs, count, folded.length);
            count += folded.length;
            if (i < pattern.length()) {
                signs[count++] = c == '%' ? ANY : ONE;
            }
        }
        return new LikePattern(Arrays.copyOf(signs, count));
    }

    /** Refuses what is no pattern. */
    static void check(Expression pattern, Spot spot) {
        Expression inner = pattern;
        while (inner instanceof Expression.Call call && call.function().folding()) {
            inner = call.argument();
        }
        if (!(inner instanceof Expression.Words words)) {
            throw spot.refusal("LIKE 后应为模式文本", "LIKE is followed by a text, the pattern");
        }
        if (words.value().length() > Limits.PATTERN) {
            throw spot.refusal(
                    "LIKE 的模式过长，最多 %d 个字符", "the pattern of LIKE is too long: at most %d characters", Limits.PATTERN);
        }
    }

    /** Whether a text is of the pattern. */
    boolean matches(String text) {
        int at = 0;
        int sign = 0;
        int anySign = -1;
        int anyAt = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (sign < signs.length && signs[sign] == ANY) {
                anySign = sign++;
                anyAt = at;
            } else if (sign < signs.length && (signs[sign] == c || signs[sign] == ONE)) {
                sign++;
                at += Character.charCount(c);
            } else if (anySign >= 0) {
                sign = anySign + 1;
                anyAt += Character.charCount(text.codePointAt(anyAt));
                at = anyAt;
            } else {
                return false;
            }
        }
        while (sign < signs.length && signs[sign] == ANY) {
            sign++;
        }
        return sign == signs.length;
    }
}
