package org.anlan.intake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureSource;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.RepairKind;

/**
 * How one layer of a file is taken in; every question about it is answered.
 *
 * @param index its position in the file, from 0
 * @param source the layer of the file
 * @param layer the catalogue layer it goes to
 * @param transform from the file's coordinates to CGCS2000 degrees
 * @param targets for each file field the position of the catalogue field it goes to, or -1
 * @param constants values for catalogue fields, by position, that the file leaves unsaid
 * @param year survey year that all features must have
 * @param mode what happens to features that it does not carry
 * @param repairs the repairs that may be made
 */
@SuppressWarnings("ArrayRecordComponent") // read-only, used by one pass
record PartPlan(
        int index,
        FeatureSource source,
        LayerDefinition layer,
        CrsTransform transform,
        int[] targets,
        Map<Integer, Object> constants,
        Optional<Integer> year,
        Mode mode,
        Set<RepairKind> repairs) {}
