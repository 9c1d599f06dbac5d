package org.anlan.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Text;

/** A layer that is another one but for what it says itself. */
public interface LayerOver extends FeatureSource {

    /** The layer below. */
    FeatureSource layer();

    /** The same over another state of the layer below: the layer read in another encoding. */
    FeatureSource over(FeatureSource other);

    @Override
    default String name() {
        return layer().name();
    }

    @Override
    default String format() {
        return layer().format();
    }

    @Override
    default List<SourceField> fields() {
        return layer().fields();
    }

    @Override
    default Optional<Integer> count() {
        return layer().count();
    }

    @Override
    default Optional<String> declaredCrs() {
        return layer().declaredCrs();
    }

    @Override
    default Optional<Text> crsReason() {
        return layer().crsReason();
    }

    @Override
    default SourceEncoding encoding() {
        return layer().encoding();
    }

    @Override
    default Optional<FeatureSource> readAs(Charset charset) throws IOException {
        return layer().readAs(charset).map(this::over);
    }

    @Override
    default List<Finding> findings() {
        return layer().findings();
    }

    @Override
    default FeatureReader read() throws IOException {
        return layer().read();
    }
}
