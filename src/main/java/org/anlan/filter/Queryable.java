package org.anlan.filter;

import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;

/**
 * A property that a filter may name.
 *
 * @param name its name
 * @param kind what its values are
 * @param title its name for people; a filter may use it too
 * @param field the catalogue's field; empty for what every feature has
 * @param codes the list its codes come from: a filter may give a label or an alias in the place of a code
 * @param reads where a row has it
 */
public record Queryable(
        String name, Kind kind, Text title, Optional<FieldDefinition> field, Optional<CodeList> codes, Reads reads) {

    /** Where a row has a property. */
    public enum Reads {
        /** Among the values of the catalogue's fields. */
        FIELD,
        /** The feature's id. */
        ID,
        /** Its shape. */
        SHAPE,
        /** Its length in metres. */
        LENGTH_M,
        /** Its area in square metres. */
        AREA_M2,
        /** The revision that brought it. */
        RECORDED
    }
}
