package org.anlan.format.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisNameTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            经度, LONGITUDE, WHOLE, ''
            东经, LONGITUDE, WHOLE, ''
            X经度, LONGITUDE, WHOLE, ''
            Y纬度, LATITUDE, WHOLE, ''
            经度（°）, LONGITUDE, WHOLE, ''
            经度(E), LONGITUDE, WHOLE, ''
            经度（度）, LONGITUDE, DEGREES, ''
            经度_度, LONGITUDE, DEGREES, ''
            经度_分, LONGITUDE, MINUTES, ''
            纬度（秒）, LATITUDE, SECONDS, ''
            东经度, LONGITUDE, DEGREES, ''
            北纬秒, LATITUDE, SECONDS, ''
            lon_m, LONGITUDE, MINUTES, ''
            起点经度, LONGITUDE, WHOLE, 起点
            排口纬度, LATITUDE, WHOLE, 排口
            高德经度, LONGITUDE, WHOLE, 高德
            经度(WGS84), LONGITUDE, WHOLE, wgs84
            Longitude, LONGITUDE, WHOLE, ''
            LNG, LONGITUDE, WHOLE, ''
            start_lat, LATITUDE, WHOLE, start
            geom_lon, LONGITUDE, WHOLE, geom
            JD, LONGITUDE, WHOLE, ''
            WD, LATITUDE, WHOLE, ''
            Ｘ, X, WHOLE, ''
            X坐标（m）, X, WHOLE, ''
            坐标Y, Y, WHOLE, ''
            POINT_X, X, WHOLE, point
            横坐标, EAST, WHOLE, ''
            北坐标(米), NORTH, WHOLE, ''
            Easting, EAST, WHOLE, ''
            """)
    void namesOfCoordinatesAreKnown(String name, AxisName.Axis axis, AxisName.Part part, String stem) {
        assertThat(AxisName.of(name)).hasValueSatisfying(found -> {
            assertThat(found.axis()).isEqualTo(axis);
            assertThat(found.part()).isEqualTo(part);
            assertThat(found.stem()).isEqualTo(stem);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "名称", "年度", "街道", "flatness", "length", "platform", "xmmc", "XZQDM", "exlong"})
    void otherNamesAreNot(String name) {
        assertThat(AxisName.of(name)).isEmpty();
    }
}
