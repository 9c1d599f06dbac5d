package org.anlan.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.anlan.base.EnumWord;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;

/**
 * How many problem sites there were on a day, and how many of them were closed.
 *
 * @param day the day
 * @param by what the rows are
 * @param total all
 * @param rows one each, in the order of their codes; states in the order of the loop
 */
public record CaseStatistics(LocalDate day, By by, Counts total, List<Row> rows) {

    /** The same as it is told to somebody who is shown this catalogue only: without rows of other layers. */
    public CaseStatistics shownTo(Catalog shown) {
        return by != By.LAYER
                ? this
                : new CaseStatistics(
                        day,
                        by,
                        total,
                        rows.stream()
                                .filter(row -> row.code().isEmpty()
                                        || shown.find(row.code()).isPresent())
                                .toList());
    }

    /** What problem sites are counted by. */
    public enum By {
        /** Their state. */
        STATE("状态", "State"),
        /** The unit in charge. */
        UNIT("责任单位", "Unit in charge"),
        /** The town they lie in. */
        TOWN("乡镇", "Town"),
        /** The bay they lie in. */
        BAY("海湾", "Bay"),
        /** The month in which they were found ("2026-03"). */
        MONTH("月份", "Month"),
        /** Where they come from. */
        SOURCE("来源", "Source"),
        /** The layer they meet; one that meets several counts in each. */
        LAYER("涉及图层", "Layer");

        private final String zh;
        private final String en;

        By(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The word for it. */
        public String word() {
            return EnumWord.of(this);
        }

        /** What it is called. */
        public Text label() {
            return new Text(zh, en);
        }

        /** The grouping of this word; refused ({@code unknown-grouping}). */
        public static By of(String word) {
            return EnumWord.named(
                    By.class,
                    word,
                    "unknown-grouping",
                    "不能按“%s”统计；可用：%s",
                    "There are no figures by \"%s\"; there are: %s");
        }
    }

    /**
     * Counts of problem sites.
     *
     * @param opened all that were opened
     * @param closed those that were closed
     * @param overdue those that were open behind their deadline
     */
    public record Counts(long opened, long closed, long overdue) {

        /** Those that were not closed. */
        public long open() {
            return opened - closed;
        }

        /** The closing rate (销号率): closed of opened, percent; empty when there were none. */
        public OptionalDouble closingRatePercent() {
            return opened == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * closed / opened);
        }
    }

    /**
     * One row.
     *
     * @param code its code; blank for what has none
     * @param name what it is called
     * @param counts its problem sites
     */
    public record Row(String code, Text name, Counts counts) {}
}
