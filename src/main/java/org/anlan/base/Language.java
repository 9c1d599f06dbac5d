package org.anlan.base;

import java.util.Arrays;
import java.util.Locale;

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
        return Arrays.stream(values())
                .filter(language -> language.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-language",
                        "没有语言“%s”；可用：zh, en",
                        "There is no language \"%s\"; there are: zh, en",
                        word));
    }
}
