package org.anlan.format.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AngleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            118.645139                | 118.645139
            118.645139°               | 118.645139
            118.645139度               | 118.645139
            118.645139E               | 118.645139
            E118.645139               | 118.645139
            -118.5                    | -118.5
            118.5W                    | -118.5
            西经118.5                   | -118.5
            24.5S                     | -24.5
            1.186451389E2             | 118.6451389
            118°38′42.5″              | 118.645138889
            118°38'42.5"              | 118.645138889
            118°38'42.5"E             | 118.645138889
            118°38′42.5′′             | 118.645138889
            118°38’42.5”              | 118.645138889
            118°38‘42.5“              | 118.645138889
            118º38´42.5˝              | 118.645138889
            118˚ 38' 42.5" e          | 118.645138889
            118度38分42.5秒              | 118.645138889
            东经118度38分42.5秒            | 118.645138889
            118度38分42.5秒东经            | 118.645138889
            东经：118°38′42.5″           | 118.645138889
            E:118°38′42.5″            | 118.645138889
            E 118 38 42.5             | 118.645138889
            118 38 42.5               | 118.645138889
            118　38　42.5               | 118.645138889
            118:38:42.5               | 118.645138889
            118：38：42.5               | 118.645138889
            118-38-42.5               | 118.645138889
            118－38－42.5               | 118.645138889
            118.38.42.5               | 118.645138889
            １１８°３８′４２．５″              | 118.645138889
            １１８度３８分４２．５秒              | 118.645138889
            118°38.708333′            | 118.645138883
            118度38.708333分            | 118.645138883
            118 38.708333             | 118.645138883
            118°38′                   | 118.633333333
            118°                      | 118
            118°38′60″                | 118.65
            北纬24度47分26.12秒            | 24.790588889
            24°47'47.67"N             | 24.796575
            -24°47'47.67"             | -24.796575
            """)
    void theUsualSpellingsAreRead(String text, double degrees) {
        assertThat(Angle.read(text))
                .hasValueSatisfying(angle -> assertThat(angle.degrees()).isCloseTo(degrees, within(1e-9)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "不详",
                "118°61′00″",
                "118°38′61″",
                "118.5°30′",
                "181°00′00″",
                "E118°38′42″E",
                "-118°38′42″W",
                "118°38′42″″″",
                "118/38/42",
                "118-38:42",
                "118,645",
                "118°°38′",
                "°38′42″",
                "1183842.5E",
                "东经北纬",
                "NaN",
                "Infinity",
                "1e999",
                "118°38′42.5″ 24°47′26″"
            })
    void whatIsNoAngleIsNotGuessed(String text) {
        assertThat(Angle.read(text)).isEmpty();
    }

    @Test
    void lettersSayWhichAngleItIs() {
        assertThat(Angle.read("118.5E").orElseThrow().axis()).contains(Angle.Axis.LONGITUDE);
        assertThat(Angle.read("北纬24.5").orElseThrow().axis()).contains(Angle.Axis.LATITUDE);
        assertThat(Angle.read("24.5").orElseThrow().axis()).isEmpty();
    }

    @Test
    void packedFiguresAreReadOnlyWhereTheAxisTellsTheirDigits() {
        assertThat(Angle.read("1183842.5", Angle.Axis.LONGITUDE).orElseThrow().degrees())
                .isCloseTo(118.645138889, within(1e-9));
        assertThat(Angle.read("244726.12", Angle.Axis.LATITUDE).orElseThrow().degrees())
                .isCloseTo(24.790588889, within(1e-9));
        assertThat(Angle.read("244726.12", Angle.Axis.LONGITUDE).orElseThrow().degrees())
                .isEqualTo(244726.12);
        assertThat(Angle.read("1183862", Angle.Axis.LONGITUDE).orElseThrow().degrees())
                .isEqualTo(1183862);
        assertThat(Angle.read("2736770.33", Angle.Axis.LATITUDE).orElseThrow().degrees())
                .isEqualTo(2736770.33);
    }

    @Test
    void aLongTextIsNoAngle() {
        assertThat(Angle.read("1".repeat(100_000))).isEmpty();
        assertThat(Angle.read(" ".repeat(30) + "118 ".repeat(5_000))).isEmpty();
    }
}
