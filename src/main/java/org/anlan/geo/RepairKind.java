package org.anlan.geo;

import org.anlan.base.EnumWord;
import org.anlan.base.Text;

/** A class of repairs that GIS staff allow or forbid as one, from the harmless to those that change figures. */
public enum RepairKind {
    /** Vertices repeated one after the other are taken out; the shape stays what it was. */
    DROP_DUPLICATE_VERTICES("删除重复点", "drop duplicate vertices", true),
    /** Rings that run the wrong way round are turned; the shape stays what it was. */
    REVERSE_RINGS("调整环方向", "reverse rings", true),
    /** Areas that cross themselves are rebuilt, parts without length or area left out; areas may change. */
    MAKE_VALID("修复自相交", "make valid", false),
    /** Ends of lines that nearly meet are joined within the layer's tolerance; lengths may change. */
    SNAP("端点捕捉", "snap ends", false);

    private final String zh;
    private final String en;
    private final boolean harmless;

    RepairKind(String zh, String en, boolean harmless) {
        this.zh = zh;
        this.en = en;
        this.harmless = harmless;
    }

    /** The words for people. */
    public Text text() {
        return new Text(zh, en);
    }

    /** Whether it never changes a figure, and is therefore done unless somebody forbids it. */
    public boolean harmless() {
        return harmless;
    }

    /** The word in the API and on the command line ("make-valid"). */
    public String word() {
        return EnumWord.of(this);
    }

    /** The kind of this word; refused ({@code unknown-repair}). */
    public static RepairKind of(String word) {
        return EnumWord.named(
                RepairKind.class, word, "unknown-repair", "没有修复“%s”；可用：%s", "There is no repair \"%s\"; there are: %s");
    }
}
