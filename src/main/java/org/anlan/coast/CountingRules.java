package org.anlan.coast;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * A counting rule set: which types of coast count as natural. No national text settles every case, so the table is data with a version,
 * and every figure names both.
 *
 * @param id stable id ("national-2017")
 * @param version changes whenever the table does (1)
 * @param title name for people
 * @param about where the table comes from and what in it is our own convention
 * @param table the rows; the first that fits decides, and the last fits everything
 */
public record CountingRules(String id, int version, Text title, Text about, List<Row> table) {

    /**
     * A row of the table.
     *
     * @param type1 code of the level 1 type it asks for; empty = any
     * @param type2 code of the level 2 type it asks for; empty = any
     * @param counts what coast of this type counts as
     */
    public record Row(Optional<String> type1, Optional<String> type2, Counts counts) {

        boolean fits(String first, String second) {
            return type1.map(first::equals).orElse(true)
                    && type2.map(second::equals).orElse(true);
        }

        /** Whether every coast that fits the other row fits this one too. */
        public boolean covers(Row other) {
            return covers(type1, other.type1) && covers(type2, other.type2);
        }

        private static boolean covers(Optional<String> wide, Optional<String> narrow) {
            return wide.isEmpty() || wide.equals(narrow);
        }
    }

    /** Its id and version as a question may name them: {@code national-2017@1}. */
    public String name() {
        return id + "@" + version;
    }

    /** Id and version as figures name them. */
    RetentionFigure.RuleSet named() {
        return new RetentionFigure.RuleSet(id, version);
    }

    /**
     * What a segment counts as.
     *
     * @param type1 code of its level 1 type ("natural"); blank when it has none
     * @param type2 code of its level 2 type ("bedrock"); blank when it has none
     */
    public Counts counts(String type1, String type2) {
        return deciding(type1, type2).counts();
    }

    /** Whether a row other than the last, which takes what no other takes, decides: if not, the figure should carry a warning. */
    public boolean knows(String type1, String type2) {
        return !deciding(type1, type2).equals(table.get(table.size() - 1));
    }

    private Row deciding(String type1, String type2) {
        return table.stream()
                .filter(row -> row.fits(type1, type2))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last row of " + id + " fits everything"));
    }
}
