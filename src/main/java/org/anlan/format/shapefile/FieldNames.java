package org.anlan.format.shapefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.SourceField;

/** Turns the columns of a .dbf into fields: names decoded and told apart, what cannot be read left out with a note. */
final class FieldNames {

    private FieldNames() {}

    static List<SourceField> of(DbfHeader header, TextDecoder decoder, FindingList findings) {
        List<SourceField> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (DbfColumn column : header.columns()) {
            String name = decoder.name(column.rawName());
            if (column.type().isEmpty()) {
                findings.file("shapefile.field-ignored", Severity.NOTE, ignored(name, column.letter()));
                continue;
            }
            String unique = unique(name.isEmpty() ? "FIELD" + (fields.size() + 1) : name, taken);
            if (!unique.equals(name)) {
                findings.file(
                        "shapefile.field-renamed",
                        Severity.NOTE,
                        Text.of(
                                "字段名“%s”重复或为空，已改称“%s”",
                                "the field name “%s” is repeated or blank; it is called “%s” here", name, unique));
            }
            fields.add(new SourceField(unique, column.type().get(), column.width(), column.decimals()));
        }
        return List.copyOf(fields);
    }

    private static Text ignored(String name, char letter) {
        return letter == 'M'
                ? Text.of(
                        "备注型字段“%s”的文字存放在 .dbt 中，未读取",
                        "the text of memo field “%s” stands in a .dbt file and is not read", name)
                : Text.of(
                        "字段“%s”的类型“%s”不受支持，未读取",
                        "field “%s” has type “%s”, which is not read",
                        name,
                        letter < ' ' ? "?" : String.valueOf(letter));
    }

    private static String unique(String name, Set<String> taken) {
        String candidate = name;
        for (int n = 2; !taken.add(candidate.toUpperCase(Locale.ROOT)); n++) {
            candidate = name + "_" + n;
        }
        return candidate;
    }
}
