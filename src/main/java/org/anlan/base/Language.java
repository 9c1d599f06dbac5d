package org.anlan.base;

/** A language that the service speaks. */
public enum Language {
    /** Chinese, the first language. */
    ZH("zh-CN"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language's tag as HTML wants it (BCP 47). */
    public String tag() {
        return tag;
    }

    /** The words of a text in this language. */
    public String of(Text text) {
        return this == EN ? text.en() : text.zh();
    }

    /** The language of this word ("zh", "en"); refused ({@code unknown-language}). */
    public static Language of(String word) {
        return EnumWord.named(
                Language.class,
                word,
                "unknown-language",
                "没有语言“%s”；可用：%s",
                "There is no language \"%s\"; there are: %s");
    }
}
