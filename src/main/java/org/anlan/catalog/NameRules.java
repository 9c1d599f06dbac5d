package org.anlan.catalog;

import java.util.Set;
import java.util.regex.Pattern;
import org.anlan.base.json.JsonValue;

/** What ids, codes, field names and colours of the catalogue may look like. */
final class NameRules {

    /** Columns that the store keeps for itself in every layer's table. */
    private static final Set<String> RESERVED =
            Set.of("fid", "id", "geom", "rev_from", "rev_to", "length_m", "area_m2", "extra", "content_hash");

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern STROKE = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern FILL = Pattern.compile("#[0-9a-f]{6}([0-9a-f]{2})?");

    private NameRules() {}

    static String id(JsonValue value) {
        return value.matching(ID, "小写字母、数字，以连字符相连", "lower-case letters and digits, joined by hyphens");
    }

    static String code(JsonValue value) {
        return value.matching(CODE, "小写字母、数字，以连字符相连", "lower-case letters and digits, joined by hyphens");
    }

    static String field(JsonValue value) {
        String name = value.matching(FIELD, "小写字母、数字，以下划线相连", "lower-case letters and digits, joined by underscores");
        if (RESERVED.contains(name)) {
            throw value.broken("“%s”是存储保留的列名", "\"%s\" is a column name reserved by the store", name);
        }
        return name;
    }

    static String stroke(JsonValue value) {
        return value.matching(STROKE, "颜色 #rrggbb（小写）", "a colour #rrggbb in lower case");
    }

    static String fill(JsonValue value) {
        return value.matching(FILL, "颜色 #rrggbb 或 #rrggbbaa（小写）", "a colour #rrggbb or #rrggbbaa in lower case");
    }
}
