package org.anlan.outfall;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An outfall as the layer {@code outfalls} has it: what lists and figures need of it. Texts are blank where the layer has no value; codes are those of the catalogue.
 *
 * @param code its code in the ledger
 * @param localCode its local code
 * @param name its name
 * @param kind into the sea or into a river
 * @param cat1 class, level 1 (HJ 1312-2023)
 * @param cat2 class, level 2
 * @param treatment treatment
 * @param townCode code of its town
 * @param town name of its town
 * @param bayCode code of its bay: as stated, else by place
 * @param receiving the water that receives it
 * @param party the responsible party
 * @param standard the standard whose limits hold for it
 * @param monitored whether readings are to be taken every quarter, once they are: unless the layer says that they are not
 * @param state the state that the layer states
 * @param asOf the day of which that is
 * @param deadline until when it is to be remediated
 * @param lon longitude in degrees, CGCS2000
 * @param lat latitude in degrees
 */
public record Outfall(
        String code,
        String localCode,
        String name,
        String kind,
        String cat1,
        String cat2,
        String treatment,
        String townCode,
        String town,
        String bayCode,
        String receiving,
        String party,
        String standard,
        boolean monitored,
        String state,
        Optional<LocalDate> asOf,
        Optional<LocalDate> deadline,
        double lon,
        double lat) {

    /** The regions that it lies in, by code. */
    public List<String> regions() {
        return List.of(townCode, bayCode);
    }
}
