package org.anlan.geo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * Splits the WKT text of a coordinate system into its elements. Made for the texts of strangers: it reads once from left to right, in
 * bounded length, depth and number of elements, takes odd blanks and missing closing brackets, and never fails otherwise than by an
 * empty answer.
 */
final class WktReader {

    private static final int MAX_LENGTH = 16_384;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_ELEMENTS = 500;

    private final String text;
    private final Deque<WktNode> open = new ArrayDeque<>();
    private final WktNode root = new WktNode("");
    private int at;
    private int elements;

    private WktReader(String text) {
        this.text = text;
    }

    /** The outermost element; empty when the text is no WKT. */
    static Optional<WktNode> read(String text) {
        return text.length() > MAX_LENGTH ? Optional.empty() : new WktReader(text).tree();
    }

    private Optional<WktNode> tree() {
        open.push(root);
        while (at < text.length()) {
            if (!step(text.charAt(at)) || open.size() > MAX_DEPTH || elements > MAX_ELEMENTS) {
                return Optional.empty();
            }
        }
        return root.children.size() == 1 ? Optional.of(root.children.get(0)) : Optional.empty();
    }

    private boolean step(char c) {
        if (Character.isWhitespace(c) || c == ',' || c == '\uFEFF' || c == '\0') {
            at++;
            return true;
        }
        if (c == ']' || c == ')') {
            at++;
            open.pop();
            return !open.isEmpty();
        }
        elements++;
        return c == '"' ? quoted() : bare();
    }

    private boolean quoted() {
        StringBuilder word = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') {
                word.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                word.append(c);
                at++;
            } else {
                break;
            }
        }
        at++;
        open.peek().words.add(word.toString());
        return open.size() > 1;
    }

    /** A number, a keyword that opens an element, or a bare word such as NORTH. */
    private boolean bare() {
        int from = at;
        while (at < text.length() && "[](),\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at).strip();
        if (word.isEmpty()) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(')) {
            at++;
            WktNode node = new WktNode(word.toUpperCase(Locale.ROOT));
            open.peek().children.add(node);
            open.push(node);
            return true;
        }
        number(word);
        return open.size() > 1;
    }

    private void number(String word) {
        char first = word.charAt(0);
        if (word.length() <= 32 && (first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9'))) {
            try {
                open.peek().numbers.add(Double.valueOf(word));
                return;
            } catch (NumberFormatException e) {
                open.peek().words.add(word);
                return;
            }
        }
        open.peek().words.add(word);
    }
}
