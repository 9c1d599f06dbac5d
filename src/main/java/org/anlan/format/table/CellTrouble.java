package org.anlan.format.table;

import org.anlan.base.Text;

/**
 * A cell that holds no value where there should be one ({@code #REF!}).
 *
 * @param code of the finding
 * @param text what is wrong with it
 */
public record CellTrouble(String code, Text text) {}
