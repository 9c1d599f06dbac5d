package org.anlan.filter;

import org.anlan.base.Refusal;
import org.anlan.base.Text;

/**
 * A place in a filter, for whoever has to mend it.
 *
 * @param words "character 12", or the path in JSON
 */
record Where(Text words) {

    static Where character(int index) {
        return new Where(Text.of("第 %d 个字符", "character %d", index + 1));
    }

    static Where path(String path) {
        return new Where(Text.same(path));
    }

    /** The refusal ({@code bad-filter}) of what stands here. */
    Refusal wrong(String zh, String en, Object... arguments) {
        Text reason = Text.of(zh, en, arguments);
        return new Refusal(
                Refusal.Kind.INVALID,
                "bad-filter",
                new Text("过滤条件（" + words.zh() + "）：" + reason.zh(), "The filter, " + words.en() + ": " + reason.en()));
    }
}
