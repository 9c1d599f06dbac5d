package org.anlan.cli.config;

import org.anlan.base.Masked;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/** The refusal of a value that a setting cannot have. */
public final class BadSetting {

    private BadSetting() {}

    /**
     * Says what is wrong.
     *
     * @param key the setting
     * @param value what was written; passwords in it are not shown
     * @param origin where it was written
     * @param expected what could stand there
     */
    public static Refusal of(String key, String value, Origin origin, Text expected) {
        String shown = Masked.text(value);
        return new Refusal(
                Refusal.Kind.INVALID,
                "bad-setting",
                new Text(
                        String.format(
                                "设置 %s 不能是“%s”（来自%s）：应为%s",
                                key, shown, origin.text().zh(), expected.zh()),
                        String.format(
                                "The setting %s cannot be \"%s\" (from %s): it should be %s",
                                key, shown, origin.text().en(), expected.en())));
    }
}
