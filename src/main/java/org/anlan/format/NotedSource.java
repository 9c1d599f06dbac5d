package org.anlan.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Text;

/**
 * A layer with findings about the file it came in.
 *
 * @param layer the layer itself
 * @param notes what was found about the file around it
 */
public record NotedSource(FeatureSource layer, List<Finding> notes) implements FeatureSource {

    @Override
    public String name() {
        return layer.name();
    }

    @Override
    public String format() {
        return layer.format();
    }

    @Override
    public List<SourceField> fields() {
        return layer.fields();
    }

    @Override
    public Optional<Integer> count() {
        return layer.count();
    }

    @Override
    public Optional<String> declaredCrs() {
        return layer.declaredCrs();
    }

    @Override
    public Optional<Text> crsReason() {
        return layer.crsReason();
    }

    @Override
    public SourceEncoding encoding() {
        return layer.encoding();
    }

    @Override
    public Optional<FeatureSource> readAs(Charset charset) throws IOException {
        return layer.readAs(charset);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(notes);
        all.addAll(layer.findings());
        return List.copyOf(all);
    }

    @Override
    public FeatureReader read() throws IOException {
        return layer.read();
    }
}
