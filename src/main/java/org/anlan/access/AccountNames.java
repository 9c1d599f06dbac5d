package org.anlan.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;

/** What an account can be called. */
final class AccountNames {

    /** The first administrator, and whoever signs in without a name. */
    static final String ADMIN = "admin";

    private static final Pattern FIT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
    private static final Set<String> TAKEN = Set.of("anonymous", "system", "command-line", "demo");

    private AccountNames() {}

    /** Whether an account can have this name: one way to write it, so that no two names look the same. */
    static boolean fit(String name) {
        return FIT.matcher(name).matches()
                && name.equals(Normalizer.normalize(name, Normalizer.Form.NFKC))
                && name.equals(name.toLowerCase(Locale.ROOT))
                && !TAKEN.contains(name);
    }

    /** Refuses any other: {@code bad-account-name}. */
    static void mustBeFit(String name) {
        if (!fit(name)) {
            throw Refusal.invalid(
                    "bad-account-name",
                    "账户名“%s”不可用：须为 1 至 64 个汉字、小写字母、数字或 . _ -，以字或数字开头，且不是 anonymous、system、command-line、demo",
                    "\"%s\" cannot be an account's name: 1 to 64 letters (lower case), digits or . _ -, the first a letter or digit, and not anonymous, "
                            + "system, command-line or demo",
                    name);
        }
    }
}
