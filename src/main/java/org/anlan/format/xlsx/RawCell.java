package org.anlan.format.xlsx;

/**
 * A cell as it is written.
 *
 * @param type the attribute "t"
 * @param style the attribute "s"; -1 without one
 * @param formula whether it is computed
 * @param value its value or text; empty when it has none
 */
record RawCell(String type, int style, boolean formula, String value) {}
