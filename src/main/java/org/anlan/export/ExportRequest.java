package org.anlan.export;

import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.store.Extent;

/**
 * What shall be exported, and how.
 *
 * @param layer id of the layer
 * @param format word of the format ("shp")
 * @param revision the state at this revision; empty = the newest
 * @param year only features of this survey year
 * @param extent only features whose bounding box meets this rectangle, CGCS2000 degrees
 * @param crs coordinate system of the file ("EPSG:4528"); empty = CGCS2000 degrees
 * @param encoding of its texts ("GBK"); empty = the usual one of the format
 */
public record ExportRequest(
        String layer,
        String format,
        OptionalLong revision,
        Optional<Integer> year,
        Optional<Extent> extent,
        Optional<String> crs,
        Optional<String> encoding) {

    /** A whole layer as it is now. */
    public static ExportRequest of(String layer, String format) {
        return new ExportRequest(
                layer,
                format,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
