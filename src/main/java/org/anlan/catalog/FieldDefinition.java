package org.anlan.catalog;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * A field of a layer.
 *
 * @param name column and property name: lower-case ASCII, words joined by underscores
 * @param type type of its values
 * @param label name for people
 * @param unit unit of a number ("km", "ha", "m3/d")
 * @param required a feature without a value is an error
 * @param unique no two features of one scope have the same value
 * @param codeList id of the list its values come from; stored values are the list's codes
 * @param shownTo to whom its values are shown
 * @param aliases names under which files carry it (pinyin initials, Chinese, English); compared without case, blanks and underscores
 */
public record FieldDefinition(
        String name,
        FieldType type,
        Text label,
        Optional<String> unit,
        boolean required,
        boolean unique,
        Optional<String> codeList,
        Visibility shownTo,
        List<String> aliases) {

    /** A field that is shown to everybody. */
    public FieldDefinition(
            String name,
            FieldType type,
            Text label,
            Optional<String> unit,
            boolean required,
            boolean unique,
            Optional<String> codeList,
            List<String> aliases) {
        this(name, type, label, unit, required, unique, codeList, Visibility.PUBLIC, aliases);
    }
}
