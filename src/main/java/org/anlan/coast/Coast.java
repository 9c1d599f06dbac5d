package org.anlan.coast;

import org.anlan.base.EnumWord;
import org.anlan.base.Text;

/** Which coast a figure is about. The two are kept apart: an island never enters the mainland figure, nor the mainland that of the islands. */
public enum Coast {
    /** Coast of the mainland (大陆岸线): what the retention targets are about. */
    MAINLAND,
    /** Coast of islands (海岛岸线). */
    ISLAND;

    /** Its name for people. */
    public Text label() {
        return switch (this) {
            case MAINLAND -> new Text("大陆岸线", "mainland coast");
            case ISLAND -> new Text("海岛岸线", "island coast");
        };
    }

    /** A survey of it, as the line under a report's title says it. */
    public Text survey(int year) {
        return Text.of("%1$d 年修测，%2$s", "Survey of %1$d, %3$s", year, label().zh(), label().en());
    }

    /** The word for it: lower case. */
    public String word() {
        return EnumWord.of(this);
    }

    /** The coast of this word; refused ({@code unknown-coast}) with those that exist. */
    public static Coast of(String word) {
        return EnumWord.named(
                Coast.class, word, "unknown-coast", "没有“%s”这种岸线；可用：%s", "There is no coast \"%s\"; there are: %s");
    }
}
