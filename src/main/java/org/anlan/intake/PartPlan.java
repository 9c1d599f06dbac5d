package org.anlan.intake;

import java.util.List;
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
 * @param crsWord how its coordinates are read ("EPSG:4528")
 * @param transform from the file's coordinates to CGCS2000 degrees
 * @param targets for each file field the position of the catalogue field it goes to, or -1
 * @param codes for each file field the words that a person gave a meaning, and what is read in their place; an empty text = no value
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
        String crsWord,
        CrsTransform transform,
        int[] targets,
        List<Map<String, String>> codes,
        Map<Integer, Object> constants,
        Optional<Integer> year,
        Mode mode,
        Set<RepairKind> repairs) {}
