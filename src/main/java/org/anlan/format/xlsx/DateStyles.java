package org.anlan.format.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which cell styles show a number as a date or a time (ECMA-376 part 1, 18.8.30: built-in formats 14-22, 27-36, 45-47, 50-58). */
final class DateStyles {

    private static final int MOST = 1 << 17;
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^\\]]*]");
    private static final Pattern DATE = Pattern.compile("[ymdhs]|年|月|日");

    private final BitSet styles = new BitSet();

    private DateStyles() {}

    static DateStyles of(Optional<Path> part, String table) throws IOException {
        DateStyles dates = new DateStyles();
        if (part.isPresent()) {
            try (XmlTokens xml = new XmlTokens(part.get(), table)) {
                dates.read(xml);
            }
        }
        return dates;
    }

    private void read(XmlTokens xml) {
        Map<String, Boolean> formats = new HashMap<>();
        boolean inCells = false;
        int style = 0;
        while (xml.next()) {
            if (xml.starts("numFmt") && formats.size() < MOST) {
                formats.put(xml.attribute("numFmtId"), isDate(xml.attribute("formatCode")));
            } else if (xml.name().equals("cellXfs")) {
                inCells = xml.isStart();
            } else if (inCells && xml.starts("xf") && style < MOST) {
                String format = xml.attribute("numFmtId");
                styles.set(style++, formats.containsKey(format) ? formats.get(format) : isBuiltIn(format));
            }
        }
    }

    private static boolean isBuiltIn(String format) {
        if (!format.matches("\\d{1,2}")) {
            return false;
        }
        int id = Integer.parseInt(format);
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    static boolean isDate(String code) {
        String bare = NOT_FORMAT.matcher(code.length() > 500 ? "" : code).replaceAll("");
        String first = bare.split(";", 2)[0].toLowerCase(Locale.ROOT);
        return !first.contains("general") && DATE.matcher(first).find();
    }

    boolean isDate(int style) {
        return style >= 0 && styles.get(style);
    }
}
