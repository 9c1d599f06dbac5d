package org.anlan.attachments.kind;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a file as it is shown and given out again: no path, nothing invisible, nothing that a system takes for something else. */
public final class SafeName {

    private static final int LONGEST = 120;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\p{Cs}]");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[.\\s~-]+|[.\\s]+$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final String NAMELESS = "attachment";

    private SafeName() {}

    /** The ending that a name has, lower case, without the dot; empty when it has none. */
    public static Optional<String> ending(String name) {
        String last = withoutPath(name).strip();
        int dot = last.lastIndexOf('.');
        return dot < 0 || dot == last.length() - 1
                ? Optional.empty()
                : Optional.of(last.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String withoutPath(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The safe name of a file of this kind, with its ending. */
    public static String of(String name, FileKind kind) {
        String last = Normalizer.normalize(withoutPath(name), Normalizer.Form.NFC);
        String ending = ending(last).filter(kind.endings()::contains).orElse("");
        String stem =
                ending.isEmpty() ? last : last.strip().substring(0, last.strip().length() - ending.length() - 1);
        String seen = UNSEEN.matcher(stem).replaceAll("");
        String plain =
                AT_THE_ENDS.matcher(FORBIDDEN.matcher(seen).replaceAll("_")).replaceAll("");
        String free = DEVICE.matcher(plain).matches() ? "_" + plain : plain;
        String whole = free.isEmpty() ? NAMELESS : free;
        int most = Math.min(whole.codePointCount(0, whole.length()), LONGEST);
        return whole.substring(0, whole.offsetByCodePoints(0, most)) + "."
                + (ending.isEmpty() ? kind.endings().get(0) : ending);
    }
}
