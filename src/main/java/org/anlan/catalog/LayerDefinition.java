package org.anlan.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * A layer: what it is called, what shapes and fields it has, how it is recognised, checked and drawn.
 *
 * @param id stable id: lower-case ASCII, words joined by hyphens ("red-lines")
 * @param title name for people
 * @param about one sentence on what it holds and where its rules come from
 * @param geometry kind of shapes
 * @param geometryRequired a feature without a shape is an error
 * @param fields the fields, in the order of forms and tables
 * @param idFields the fields whose values, joined by "@", are the feature's id, stable across revisions; empty = generated
 * @param nameField the field shown as a feature's name on the map
 * @param surveyYearField the field that holds the survey year
 * @param scopeField a hand-in states all features with its value of this field (a survey year, a level) and replaces those; empty =
 *     it states the whole layer
 * @param checks names of checks that the intake runs besides the usual ones ("declared-length:length_cd_km", "line-overlap")
 * @param handIns how hand-ins are recognised by layer name
 * @param style how it looks
 * @param shownTo to whom the layer is shown
 * @param whole whether all its fields are here; false in the catalogue of who is not shown some of them
 */
public record LayerDefinition(
        String id,
        Text title,
        Text about,
        GeometryKind geometry,
        boolean geometryRequired,
        List<FieldDefinition> fields,
        List<String> idFields,
        Optional<String> nameField,
        Optional<String> surveyYearField,
        Optional<String> scopeField,
        List<String> checks,
        List<HandInRule> handIns,
        Style style,
        Visibility shownTo,
        boolean whole) {

    /** A layer with all its fields that is shown to everybody. */
    public LayerDefinition(
            String id,
            Text title,
            Text about,
            GeometryKind geometry,
            boolean geometryRequired,
            List<FieldDefinition> fields,
            List<String> idFields,
            Optional<String> nameField,
            Optional<String> surveyYearField,
            Optional<String> scopeField,
            List<String> checks,
            List<HandInRule> handIns,
            Style style) {
        this(
                id,
                title,
                about,
                geometry,
                geometryRequired,
                fields,
                idFields,
                nameField,
                surveyYearField,
                scopeField,
                checks,
                handIns,
                style,
                Visibility.PUBLIC,
                true);
    }

    /** To whom the layer is shown with all its fields. */
    public Visibility allShownTo() {
        return fields.stream()
                .map(FieldDefinition::shownTo)
                .filter(field -> field.covers(shownTo))
                .max(Comparator.naturalOrder())
                .orElse(shownTo);
    }

    /** The layer as it is for who sees up to this: without the other fields. */
    LayerDefinition shownTo(Visibility viewer) {
        List<FieldDefinition> shown =
                fields.stream().filter(f -> viewer.covers(f.shownTo())).toList();
        return shown.size() == fields.size()
                ? this
                : new LayerDefinition(
                        id,
                        title,
                        about,
                        geometry,
                        geometryRequired,
                        shown,
                        idFields,
                        nameField,
                        surveyYearField,
                        scopeField,
                        checks,
                        handIns,
                        style,
                        shownTo,
                        false);
    }

    /** The field with this name. */
    public Optional<FieldDefinition> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Position of a field in {@link #fields()}; -1 when there is none of this name. */
    public int indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The checks that the intake runs besides the usual ones, with all their arguments. */
    public List<CheckCall> checkCalls() {
        return checks.stream().map(CheckCall::of).toList();
    }

    /** The check of this name, where the layer asks for it. */
    public Optional<CheckCall> check(String name) {
        return checkCalls().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * The field that a column of a file stands for: its name, label or alias, compared by {@link FieldNames#normalise}; also a
     * name clipped to the 10 bytes of a DBF header, in GBK or UTF-8. Empty when none or more than one fits.
     */
    public Optional<FieldDefinition> fieldByAlias(String sourceName) {
        return FieldNames.find(fields, sourceName);
    }
}
