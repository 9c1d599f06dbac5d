package org.anlan.catalog;

import java.util.List;
import java.util.Map;

/**
 * How a hand-in for a layer is recognised by the name of the layer in the file, and what such a file leaves unsaid.
 *
 * @param names beginnings of layer names, compared without case ("AX", "XZQ_ZHEN", "陆域生态保护红线")
 * @param constants values for fields that the file does not carry (level = town)
 */
public record HandInRule(List<String> names, Map<String, String> constants) {}
