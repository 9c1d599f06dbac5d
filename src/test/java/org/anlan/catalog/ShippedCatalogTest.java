package org.anlan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShippedCatalogTest {

    private final Catalog catalog = CatalogReader.load(Optional.empty());

    @Test
    void theShippedCatalogueHasEveryLayerOfTheDesign() {
        assertThat(catalog.layers())
                .extracting(LayerDefinition::id)
                .contains(
                        "regions",
                        "coastline",
                        "protected-areas",
                        "boundary-markers",
                        "red-lines",
                        "control-units",
                        "outfalls",
                        "outfall-sources",
                        "wetlands",
                        "beaches",
                        "rivers",
                        "aquaculture",
                        "projects",
                        "basemap",
                        "outfall-readings",
                        "outfall-limits",
                        "indicators",
                        "plan-results");
    }
}
