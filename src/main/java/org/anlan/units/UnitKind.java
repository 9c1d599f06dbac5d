package org.anlan.units;

import org.anlan.base.EnumWord;
import org.anlan.base.Text;

/** What a unit of responsibility is. */
public enum UnitKind {
    /** A bay (湾长制). */
    BAY("海湾", "Bay"),
    /** A river (河长制, 一河一策). */
    RIVER("河流", "River"),
    /** A town. */
    TOWN("乡镇", "Town");

    private final String zh;
    private final String en;

    UnitKind(String zh, String en) {
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

    /** The kind of this word; refused ({@code unknown-kind}). */
    public static UnitKind of(String word) {
        return EnumWord.named(
                UnitKind.class,
                word,
                "unknown-kind",
                "没有管理单元类别“%s”；可用：%s",
                "There is no kind of unit \"%s\"; there are: %s");
    }
}
