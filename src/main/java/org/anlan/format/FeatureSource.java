package org.anlan.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Text;

/** One layer of a file that was handed in. It may be read any number of times. */
public interface FeatureSource {

    /** The layer's name as handed in ("AX2015"), decoded. */
    String name();

    /** Short name of the format ("shapefile", "csv", "geojson"). */
    String format();

    /** The fields, in the order of {@link SourceFeature#values()}. */
    List<SourceField> fields();

    /** Number of records as far as the file tells without reading it whole; empty when it does not. */
    Optional<Integer> count();

    /** What the file says about its coordinates: the text of a .prj (ESRI WKT), or "EPSG:n"; empty when it says nothing. */
    Optional<String> declaredCrs();

    /** Why {@link #declaredCrs()} is what it is, where the file does not name it in so many words (columns called 经度 and 纬度). */
    default Optional<Text> crsReason() {
        return Optional.empty();
    }

    /** The encoding its text is read in. */
    SourceEncoding encoding();

    /**
     * The same layer with its texts read in another encoding, to be compared with this one; closed together with it. Empty where the format
     * leaves no choice.
     */
    default Optional<FeatureSource> readAs(Charset charset) throws IOException {
        return Optional.empty();
    }

    /** What was found when the layer was opened (a missing .dbf, a rebuilt .shx). */
    List<Finding> findings();

    /** Starts reading from the first record. The caller closes the reader. */
    FeatureReader read() throws IOException;
}
