package org.anlan.format.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the row with the names of the columns. Tables of Chinese offices have a title and a line "填报单位：…" above it, names over two
 * rows ("坐标" above "经度" and "纬度"), and a row of units or of column numbers below.
 *
 * @param rows how many rows, blank ones not counted, stand above the first record
 * @param line where the names stand in the file, from 1
 * @param names one per column, as written, "" where there is none
 * @param leftOut lines between the names and the first record that were taken for units or column numbers
 */
record HeaderSearch(int rows, long line, List<String> names, List<Long> leftOut) {

    static final int LOOKED_AT = 20;

    /** A row with fewer cells than this share of the widest is a title. */
    private static final double WIDE = 0.6;

    private static final double MOSTLY = 0.75;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?");
    private static final Pattern UNIT = Pattern.compile(
            "[（(]?(单位[:：])?(米|m|公里|千米|km|度|°|分|秒|平方米|m2|m²|㎡|公顷|ha|亩|平方公里|km2|km²|万元|元|个|处|年|%|％|mg/L|毫克/升|吨|t|t/d"
                    + "|t/a|吨/年|吨/日|m3/d|m³/d|立方米/日|-|—|/)[）)]?",
            Pattern.CASE_INSENSITIVE);

    /** Judges the first rows of a table; there is at least one. */
    static HeaderSearch of(List<TableRow> head) {
        int at = header(head);
        List<String> names = texts(head.get(at));
        int next = at + 1;
        if (next < head.size() && completes(head.get(at), head.get(next))) {
            names = joined(names, texts(head.get(next)));
            next++;
        }
        List<Long> leftOut = new ArrayList<>();
        while (next < head.size() && (isUnits(head.get(next)) || (next > 1 && isNumbering(head.get(next))))) {
            leftOut.add(head.get(next).line());
            next++;
        }
        return new HeaderSearch(next, head.get(at).line(), names, leftOut);
    }

    private static int header(List<TableRow> head) {
        int widest = head.stream().mapToInt(TableRow::filled).max().orElse(0);
        for (int i = 0; i < head.size(); i++) {
            if (head.get(i).filled() >= WIDE * widest && isWords(head.get(i))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isWords(TableRow row) {
        int words = 0;
        for (Object cell : row.cells()) {
            words += cell instanceof String text && !NUMBER.matcher(text).matches() ? 1 : 0;
        }
        return words >= MOSTLY * row.filled();
    }

    /** Whether a row fills the gaps of the names above it and has gaps only where they have names, as merged cells give. */
    private static boolean completes(TableRow upper, TableRow lower) {
        int columns = Math.max(upper.cells().length, lower.cells().length);
        boolean fills = false;
        for (int i = 0; i < columns; i++) {
            boolean above = upper.cell(i) != null;
            boolean below = lower.cell(i) != null;
            if (!above && !below) {
                continue;
            }
            if (below
                    && (!(lower.cell(i) instanceof String text)
                            || NUMBER.matcher(text).matches())) {
                return false;
            }
            fills |= below && !above;
        }
        return fills && lower.filled() < upper.filled() && isWords(lower);
    }

    private static List<String> joined(List<String> upper, List<String> lower) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            String below = i < lower.size() ? lower.get(i) : "";
            names.add(below.isEmpty() && i < upper.size() ? upper.get(i) : below);
        }
        return names;
    }

    private static List<String> texts(TableRow row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.cells().length; i++) {
            texts.add(row.text(i));
        }
        return texts;
    }

    private static boolean isUnits(TableRow row) {
        int words = 0;
        for (int i = 0; i < row.cells().length; i++) {
            String text = row.text(i);
            if (!text.isEmpty() && !UNIT.matcher(text).matches()) {
                return false;
            }
            words += text.isEmpty() || text.matches("[-—/]") ? 0 : 1;
        }
        return words > 0;
    }

    /** A row 1, 2, 3, … of at least four cells numbers the columns of a form; in a plain list it may be a record. */
    private static boolean isNumbering(TableRow row) {
        int expected = 1;
        for (int i = 0; i < row.cells().length; i++) {
            String text = row.text(i);
            if (!text.isEmpty() && !text.equals(Integer.toString(expected++))) {
                return false;
            }
        }
        return expected > 4;
    }
}
