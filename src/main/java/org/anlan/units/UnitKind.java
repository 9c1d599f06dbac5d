package org.anlan.units;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
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
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called. */
    public Text label() {
        return new Text(zh, en);
    }

    /** The kind of this word; refused ({@code unknown-kind}). */
    public static UnitKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-kind",
                        "没有管理单元类别“%s”；可用：%s",
                        "There is no kind of unit \"%s\"; there are: %s",
                        word,
                        Arrays.stream(values()).map(UnitKind::word).collect(Collectors.joining(", "))));
    }
}
