package org.anlan.outfall;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * Where an outfall lies, and what the checks by place found.
 *
 * @param outfall its code
 * @param kind into the sea or into a river
 * @param lon longitude in degrees, CGCS2000
 * @param lat latitude in degrees
 * @param coast the nearest segment of the newest coast survey, where one is near enough
 * @param bay the bay that it lies in, else the nearest
 * @param near features that it should not be near, the nearest first of each layer
 * @param findings what the checks found
 */
public record OutfallPlace(
        String outfall,
        String kind,
        double lon,
        double lat,
        Optional<Near> coast,
        Optional<Near> bay,
        List<Near> near,
        List<Finding> findings) {

    /**
     * A feature near the outfall.
     *
     * @param layer its layer
     * @param id its id
     * @param name its name
     * @param distanceM metres to it; 0 = the outfall lies in it
     */
    public record Near(String layer, String id, String name, double distanceM) {}

    /**
     * Something that a check found.
     *
     * @param check the check as the catalogue calls it ("not-in:red-lines::0.05")
     * @param code code of the finding
     * @param severity how bad it is
     * @param text what was found
     */
    public record Finding(String check, String code, String severity, Text text) {}
}
