package org.anlan.http.ogc;

import java.util.List;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.RowFilter;

/** The {@code filter} parameter and the parameters named like queryables. */
final class Filtering {

    Filtering(Catalog catalog, Moments moments) {}

    /** The names of parameters that ask for a value of a property. */
    List<String> parameters(LayerDefinition layer) {
        return layer.fields().stream().map(FieldDefinition::name).toList();
    }

    FeatureQuery narrow(
            FeatureQuery all, LayerDefinition layer, Asked asked, List<OgcCrs> offered, List<RowFilter> filters) {
        return all;
    }
}
