package org.anlan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameLikenessTest {

    private static final double APPLIED = 0.85;

    private final LayerDefinition coastline =
            CatalogReader.load(Optional.empty()).layer("coastline");

    private double likeness(String field, String sourceName) {
        return NameLikeness.of(coastline.field(field).orElseThrow(), sourceName);
    }

    @Test
    void aNumberedOrClippedNameIsNearlyCertain() {
        assertThat(likeness("type1", "YJLX_1")).isGreaterThan(APPLIED);
        assertThat(likeness("restoration", "整治修复")).isGreaterThan(APPLIED);
        assertThat(likeness("restoration", "整治修复_1")).isGreaterThan(APPLIED);
        assertThat(likeness("prev_code", "上期岸段")).isGreaterThan(APPLIED);
    }

    @Test
    void aNameSpeltALittleDifferentlyIsProposedOnly() {
        assertThat(likeness("type1", "岸线类别")).isBetween(0.5, APPLIED);
    }

    @Test
    void pinyinInitialsThatDifferInOneLetterAreNotAlike() {
        assertThat(likeness("type2", "YJLX")).isLessThan(0.5);
        assertThat(likeness("type1", "EJLX")).isLessThan(0.5);
    }
}
