package org.anlan.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.NewFeature;
import org.anlan.support.SmallCatalog;
import org.junit.jupiter.api.Test;

/** A content hash is the same whichever store the feature comes from. */
class ContentHashTest {

    private static final byte[] NO_SHAPE = {};

    private static byte[] hash(LayerDefinition layer, Object value) {
        Object[] values = layer.fields().stream()
                .map(field -> field.type() == FieldType.NUMBER ? value : null)
                .toArray();
        NewFeature feature = new NewFeature("a", Optional.empty(), 0, 0, values, Optional.empty());
        return new ContentHash(layer).of(feature, NO_SHAPE);
    }

    @Test
    void negativeZeroIsZeroBecauseSqliteKeepsNone() {
        LayerDefinition layer = SmallCatalog.CATALOG.layers().stream()
                .filter(l -> l.fields().stream().anyMatch(field -> field.type() == FieldType.NUMBER))
                .findFirst()
                .orElseThrow();
        assertThat(hash(layer, -0.0)).isEqualTo(hash(layer, 0.0));
        assertThat(hash(layer, 1.0)).isNotEqualTo(hash(layer, 0.0));
    }
}
