package org.anlan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.junit.jupiter.api.Test;

class FieldNamesTest {

    private final LayerDefinition coastline =
            CatalogReader.load(Optional.empty()).layer("coastline");

    @Test
    void namesAreComparedWithoutCaseBlanksUnderscoresAndWidth() {
        assertThat(FieldNames.normalise(" Ｓeg＿Code ")).isEqualTo("segcode");
        assertThat(FieldNames.normalise("面积（公顷）")).isEqualTo(FieldNames.normalise("面积(公顷)"));
        assertThat(FieldNames.normalise("\uFEFFxzqdm")).isEqualTo("xzqdm");
        assertThat(fieldFor("ａｘｂｍ")).contains("seg_code");
        assertThat(fieldFor("Survey Year")).contains("survey_year");
    }

    @Test
    void labelsOfBothLanguagesAreNamesToo() {
        assertThat(fieldFor("登记长度")).contains("length_cd_km");
        assertThat(fieldFor("declared length")).contains("length_cd_km");
    }

    @Test
    void aNameClippedToTenBytesInGbkIsRecognised() {
        assertThat(fieldFor("整治修复状")).contains("restoration");
        assertThat(fieldFor("岸线利用现")).contains("use");
    }

    @Test
    void aNameClippedToTenBytesInUtf8IsRecognisedAlsoWithHalfACharacterLeft() {
        assertThat(fieldFor("是否大")).contains("mainland");
        assertThat(fieldFor("是否大\uFFFD")).contains("mainland");
        assertThat(fieldFor("length_cd_")).contains("length_cd_km");
    }

    @Test
    void aClippedNameThatTwoFieldsCouldMeanIsLeftOpen() {
        List<FieldDefinition> fields = List.of(field("target_number"), field("target_name"));
        assertThat(FieldNames.find(fields, "target_num"))
                .map(FieldDefinition::name)
                .contains("target_number");
        assertThat(FieldNames.find(List.of(field("receiving_water"), field("receiving_way")), "receiving_"))
                .isEmpty();
    }

    @Test
    void aShorterBeginningIsNoClippedName() {
        assertThat(fieldFor("length")).isEmpty();
        assertThat(fieldFor("")).isEmpty();
        assertThat(fieldFor("YSDM")).isEmpty();
    }

    private Optional<String> fieldFor(String name) {
        return coastline.fieldByAlias(name).map(FieldDefinition::name);
    }

    private static FieldDefinition field(String name) {
        return new FieldDefinition(
                name, FieldType.TEXT, Text.same(name), Optional.empty(), false, false, Optional.empty(), List.of());
    }
}
