package org.anlan.intake;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.anlan.base.EnumWord;

/** What a hand-in says about the features of its layer that it does not carry, and about those that are there already. */
public enum Mode {
    /** It states its scopes whole (the survey years, the levels it has): what it lacks of them is removed; other scopes stay. The usual one. */
    @JsonAlias("replace-year")
    REPLACE_SCOPE,
    /** It states the layer whole: everything that it lacks is removed. */
    REPLACE_ALL,
    /** It adds features and changes those of the same id, and removes nothing. */
    UPSERT,
    /** It only adds; a feature whose id is there already is an error. */
    APPEND;

    /** The word in the API and on the command line ("replace-scope"). */
    public String word() {
        return EnumWord.of(this);
    }

    /** The mode of this word; refused ({@code unknown-mode}). */
    public static Mode of(String word) {
        return EnumWord.named(
                Mode.class,
                word.replace("replace-year", "replace-scope"),
                "unknown-mode",
                "没有入库方式“%s”；可用：%s",
                "There is no mode \"%s\"; there are: %s");
    }
}
