package org.anlan.filter;

import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.CodeList;

/**
 * A property that a filter may name.
 *
 * @param name its name
 * @param type type of its values
 * @param title name for people
 * @param codes the codes its values come from
 * @param unit unit of a number ("km", "m", "m2")
 * @param role where its values are found
 * @param field position in {@code LayerDefinition.fields()} where the role is {@link Role#FIELD}, else -1
 * @param surveyYear whether it is the layer's survey year, which the stores have an index of
 */
public record Queryable(
        String name,
        ValueType type,
        Text title,
        Optional<CodeList> codes,
        Optional<String> unit,
        Role role,
        int field,
        boolean surveyYear) {

    /** Where the values of a property are found. */
    public enum Role {
        /** A field of the catalogue. */
        FIELD,
        /** The feature's id. */
        ID,
        /** The feature's shape. */
        GEOMETRY,
        /** The geodesic length that was computed at the commit. */
        LENGTH,
        /** The geodesic area that was computed at the commit. */
        AREA,
        /** When the revision that brought the feature as it is was committed. */
        RECORDED
    }
}
