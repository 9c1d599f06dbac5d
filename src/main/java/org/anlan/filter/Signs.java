package org.anlan.filter;

/** Which characters make up names, and which are white space (21-065r2, Annex B, rules {@code identifier} and {@code whitespace}). */
final class Signs {

    /** First and last code points of the ranges of {@code identifierStart}. */
    private static final int[] STARTS = {
        ':', ':', '_', '_', 'A', 'Z', 'a', 'z', 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFE,
        0x200C, 0x200D, 0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
    };

    private Signs() {}

    /** Whether a name may start so. */
    static boolean starts(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
        }
        for (int i = 0; i < STARTS.length; i += 2) {
            if (c >= STARTS[i] && c <= STARTS[i + 1]) {
                return c != 0x1680;
            }
        }
        return false;
    }

    /** Whether a name may go on so. */
    static boolean continues(int c) {
        return starts(c)
                || c == '.'
                || (c >= '0' && c <= '9')
                || (c >= 0x300 && c <= 0x36F)
                || c == 0x203F
                || c == 0x2040;
    }

    /** Whether it only keeps words apart. */
    static boolean white(int c) {
        return switch (c) {
            case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }
}
