package org.anlan.format;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.geo.Crs;

/**
 * A layer that is written to a file.
 *
 * @param name names the layer in the file, and the file
 * @param title its name for people
 * @param geometry what shapes it has
 * @param crs system of the coordinates that are given
 * @param fields in the order of {@link OutFeature#values()}
 * @param nameField the field whose value is a feature's name for people, in formats that know one (KML)
 */
public record OutLayer(
        String name, Text title, GeometryKind geometry, Crs crs, List<OutField> fields, Optional<String> nameField) {

    /** A layer whose features have no name. */
    public OutLayer(String name, Text title, GeometryKind geometry, Crs crs, List<OutField> fields) {
        this(name, title, geometry, crs, fields, Optional.empty());
    }
}
