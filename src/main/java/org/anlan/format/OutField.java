package org.anlan.format;

import org.anlan.base.Text;

/**
 * A field of a layer that is written.
 *
 * @param name its name in the catalogue ("seg_code")
 * @param label its name for people
 * @param type what its values are
 */
public record OutField(String name, Text label, SourceField.Type type) {}
