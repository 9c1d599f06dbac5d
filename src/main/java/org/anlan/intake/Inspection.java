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
     * @param sampled records that were looked at for what follows: the first of the file
     * @param geometryCounts shapes among them by type ("LineString"), and records without one under "null"
     * @param encoding how its texts are read
     * @param encodings some of its texts under each encoding that could be meant; empty where nothing depends on it
     * @param crs how its coordinates are read
     * @param fields its fields, with samples and where they go
     * @param unmatched words that the code lists of their fields do not know
     * @param layer catalogue layer it goes to; empty when nothing fits
     * @param candidates catalogue layers that could fit, best first
     * @param year survey year of all its features, where the user chose it or all have the same
     * @param constants values that the file leaves unsaid
     * @param codes file field → its word → code, as chosen now or earlier
     * @param ignored true when it is not taken in
     * @param mode what happens to features that it does not carry
     * @param repairs the repairs that may be made
     * @param extent where it lies, when the coordinate system is known
     * @param findings what was found when it was opened and looked at, and what has to be asked
     */
    public record Part(
            int index,
            String sourceName,
            String format,
            Optional<Integer> count,
            int sampled,
            Map<String, Integer> geometryCounts,
            SourceEncoding encoding,
            List<EncodingCandidate> encodings,
            CrsReading crs,
            List<Field> fields,
            List<Unmatched> unmatched,
            Optional<String> layer,
            List<Candidate> candidates,
            Optional<Integer> year,
            Map<String, String> constants,
            Map<String, Map<String, String>> codes,
            boolean ignored,
            Mode mode,
            Set<RepairKind> repairs,
            Optional<Extent> extent,
            List<Finding> findings) {}

    /**
     * A field of the file.
     *
     * @param source as the file declares it
     * @param fillRate share of the records looked at that have a value, 0 … 1
     * @param distinct how many different values they have; empty when there are too many to count
     * @param samples some of its values, as text
     * @param mapping catalogue field it goes to; a field that goes nowhere is kept as extra
     * @param proposals where else it could go, best first
     */
    public record Field(
            SourceField source,
            double fillRate,
            Optional<Integer> distinct,
            List<String> samples,
            Optional<Mapping> mapping,
            List<Mapping> proposals) {

        /** Name of the catalogue field it goes to. */
        public Optional<String> mappedTo() {
            return mapping.map(Mapping::field);
        }
    }

    /**
     * Where a field of the file goes, or could go.
     *
     * @param field name of the catalogue field
     * @param how how that was found
     * @param score 0 … 1: how sure that is
     */
    public record Mapping(String field, MappedBy how, double score) {}

    /** How the catalogue field for a field of the file was found. */
    public enum MappedBy {
        /** The user chose it. */
        CHOSEN,
        /** So it was committed the last time such a file was handed in. */
        SAVED,
        /** The name is one that the catalogue lists. */
        ALIAS,
        /** The name is like one of them. */
        SIMILAR,
        /** The values are those of its code list or type. */
        VALUES
    }

    /**
     * A word that the code list of its field does not know.
     *
     * @param field name of the file field
     * @param word the word
     * @param count in how many records
     * @param suggestion code of the entry that is most like it
     */
    public record Unmatched(String field, String word, long count, Optional<String> suggestion) {}

    /**
     * An encoding that could be meant, with what it makes of the texts.
     *
     * @param charset its name
     * @param valid whether all texts looked at can be read in it
     * @param samples texts that depend on the encoding, by field
     */
    public record EncodingCandidate(String charset, boolean valid, List<EncodedField> samples) {}

    /**
     * Texts of one field under an encoding.
     *
     * @param field its name under that encoding
     * @param values some of its texts
     */
    public record EncodedField(String field, List<String> values) {}

    /**
     * A catalogue layer that could fit.
     *
     * @param layer its id
     * @param score 0 … 1, from 0.5 it is taken without asking
     * @param why what speaks for it and against it: name, fields, values, kind of shapes
     */
    public record Candidate(String layer, double score, Text why) {}

    /**
     * How the coordinates are read.
     *
     * @param code "EPSG:n", with ",axes=yx" behind it when x and y are exchanged; empty when unknown, or when there are no coordinates
     * @param how how it was known
     * @param reason in words
     * @param distanceM metres between where the layer then lies and the installation's home area, 0 = there; empty when either is not known
     * @param better what would put it home, when what the file declares puts it elsewhere; then one of both has to be chosen
     * @param alternatives what the numbers allow, this one included, nearest to home first
     */
    public record CrsReading(
            Optional<String> code,
            How how,
            Text reason,
            Optional<Double> distanceM,
            Optional<Alternative> better,
            List<Alternative> alternatives) {

        /** Whether the layer may be placed so without asking. */
        public boolean settled() {
            return how != How.GUESSED && how != How.UNKNOWN && better.isEmpty();
        }
    }

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
     * A way to read the coordinates that the numbers allow.
     *
     * @param code the word that chooses it: "EPSG:n", with ",axes=yx" behind it when x and y are exchanged
     * @param name for people
     * @param reason why the numbers allow it
     * @param swapped whether x and y are exchanged
     * @param extent where the data would lie
     * @param distanceM metres from the installation's home area, 0 = there; empty when home is not known
     */
    public record Alternative(
            String code, Text name, Text reason, boolean swapped, Extent extent, Optional<Double> distanceM) {}
}
