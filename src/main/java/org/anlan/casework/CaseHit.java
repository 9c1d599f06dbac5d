package org.anlan.casework;

/**
 * A feature of a layer that a problem site lies in or meets, as it was when the problem site was opened.
 *
 * @param layer id of the layer
 * @param feature id of the feature
 * @param name its name; its id where it has none
 * @param revision the state of the layer
 * @param lengthM metres in common; 0 where the common part is no line
 * @param areaM2 area in common; 0 where there is none
 */
public record CaseHit(String layer, String feature, String name, long revision, double lengthM, double areaM2) {}
