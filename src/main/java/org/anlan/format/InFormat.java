package org.anlan.format;

import java.util.List;
import org.anlan.base.Text;

/**
 * A format that can be handed in.
 *
 * @param word names it in the API ("gpkg")
 * @param title its name for people
 * @param extensions of its files, without the dot, in lower case; "zip" where it comes packed
 * @param available whether this machine reads it; what does not needs GDAL
 */
public record InFormat(String word, Text title, List<String> extensions, boolean available) {}
