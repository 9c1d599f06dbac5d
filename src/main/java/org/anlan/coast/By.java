package org.anlan.coast;

import org.anlan.base.EnumWord;
import org.anlan.base.Text;

/** What the rows of a retention figure are. */
public enum By {
    /** City or county: regions of the level "city". */
    CITY("市、县", "city"),
    /** Town: regions of the level "town". */
    TOWN("乡镇", "town"),
    /** Bay: regions of the level "bay". */
    BAY("海湾", "bay"),
    /** Protection class of the segment. */
    PROTECTION("保护等级", "protection class"),
    /** Function space of the segment: production, living, ecology (plan §7.3.3). */
    SPACE("功能空间", "function space"),
    /** Level 1 type of the segment: natural, artificial, nature-like, estuarine. */
    TYPE1("一级类", "level 1 type"),
    /** Level 2 type of the segment: sandy, port, restored … */
    TYPE2("二级类", "level 2 type"),
    /** Present use of the segment: fishery, port, tourism … */
    USE("利用现状", "present use");

    private final String zh;
    private final String en;

    By(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** What it is called. */
    public Text label() {
        return new Text(zh, en);
    }

    /** Whether the rows are regions, to which the coast belongs by place. */
    public boolean byPlace() {
        return this == CITY || this == TOWN || this == BAY;
    }

    /** The word for it: lower case. */
    public String word() {
        return EnumWord.of(this);
    }

    /** The grouping of this word; refused ({@code unknown-grouping}) with those that exist. */
    public static By of(String word) {
        return EnumWord.named(
                By.class, word, "unknown-grouping", "不能按“%s”统计；可用：%s", "There are no figures by \"%s\"; there are: %s");
    }
}
