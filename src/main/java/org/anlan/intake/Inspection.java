package org.anlan.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;
import org.anlan.geo.RepairKind;
import org.anlan.store.Extent;

/**
 * What is in a file that was handed in, and what the intake would make of it.
 *
 * @param parts the layers of the file
 */
public record Inspection(List<Part> parts) {

    /**
     * One layer of the file.
     *
     * @param index its position in the file, from 0
     * @param sourceName its name as handed in
     * @param format short name of the format
     * @param count records; empty when the file does not tell
     * @param encoding how its texts are read
     * @param crs how its coordinates are read
     * @param fields its fields, with samples and where they go
     * @param layer catalogue layer it goes to; empty when nothing fits
     * @param candidates catalogue layers that could fit, best first
     * @param year survey year of all its features, where the user chose it or all have the same
     * @param constants values that the file leaves unsaid
     * @param ignored true when it is not taken in
     * @param mode what happens to features that it does not carry
     * @param repairs the repairs that may be made
     * @param extent where it lies, when the coordinate system is known
     * @param findings what was found when it was opened
     */
    public record Part(
            int index,
            String sourceName,
            String format,
            Optional<Integer> count,
            SourceEncoding encoding,
            CrsReading crs,
            List<Field> fields,
            Optional<String> layer,
            List<Candidate> candidates,
            Optional<Integer> year,
            Map<String, String> constants,
            boolean ignored,
            Mode mode,
            Set<RepairKind> repairs,
            Optional<Extent> extent,
            List<Finding> findings) {}

    /**
     * A field of the file.
     *
     * @param source as the file declares it
     * @param samples some of its values, as text
     * @param mappedTo catalogue field it goes to; a field that goes nowhere is kept as extra
     */
    public record Field(SourceField source, List<String> samples, Optional<String> mappedTo) {}

    /**
     * A catalogue layer that could fit.
     *
     * @param layer its id
     * @param score 0 … 1: share of the catalogue's fields that the file has, raised when the layer's name in the file says so
     */
    public record Candidate(String layer, double score) {}

    /**
     * How the coordinates are read.
     *
     * @param code "EPSG:n"; empty when unknown, or when there are no coordinates
     * @param how how it was known
     * @param reason in words
     * @param alternatives other systems that the numbers allow
     */
    public record CrsReading(Optional<String> code, How how, Text reason, List<Alternative> alternatives) {}

    /** How a coordinate system was known. */
    public enum How {
        /** The user chose it. */
        CHOSEN,
        /** The file names it by its code. */
        DECLARED,
        /** The file's .prj matches it by projection parameters and ellipsoid. */
        MATCHED,
        /** Read from the numbers; has to be confirmed before a commit. */
        GUESSED,
        /** Nothing tells it. */
        UNKNOWN,
        /** There are no coordinates. */
        NONE
    }

    /**
     * Another system that the numbers allow.
     *
     * @param code "EPSG:n"
     * @param name for people
     * @param extent where the data would lie
     */
    public record Alternative(String code, Text name, Extent extent) {}
}
