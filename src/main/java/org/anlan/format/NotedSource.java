package org.anlan.format;

import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Finding;

/**
 * A layer with findings about the file it came in.
 *
 * @param layer the layer itself
 * @param notes what was found about the file around it
 */
public record NotedSource(FeatureSource layer, List<Finding> notes) implements LayerOver {

    @Override
    public FeatureSource over(FeatureSource other) {
        return new NotedSource(other, notes);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(notes);
        all.addAll(layer.findings());
        return List.copyOf(all);
    }
}
