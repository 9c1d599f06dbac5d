package org.anlan.format.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.anlan.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

class DrawnShapeTest {

    private static final String SQUARE =
            "{'type':'Polygon','coordinates':[[[118,24],[119,24],[119,25],[118,25],[118,24]]]}";
    private static final String NEXT =
            "{'type':'Polygon','coordinates':[[[118.5,24],[120,24],[120,25],[118.5,25],[118.5,24]]]}";

    private static Geometry read(String json) throws IOException {
        return DrawnShape.read(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @Test
    void aGeometryAFeatureAndACollectionAreTakenAlike() throws IOException {
        String square = read(SQUARE).toText();
        assertThat(read("{'type':'Feature','properties':{},'geometry':" + SQUARE + "}")
                        .toText())
                .isEqualTo(square);
        assertThat(read("{'type':'FeatureCollection','features':[{'type':'Feature','geometry':" + SQUARE + "},"
                                + "{'type':'Feature','geometry':null}]}")
                        .toText())
                .isEqualTo(square);
    }

    @Test
    void areasThatOverlapAreOne() throws IOException {
        Geometry both = read("{'type':'GeometryCollection','geometries':[" + SQUARE + "," + NEXT + "]}");
        assertThat(both.getArea()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'Polygon','coordinates':[[[0,0],[1,1],[1,0],[0,1],[0,0]]]} | geometry-crosses-itself",
                "{'type':'Polygon','coordinates':[[[0,0],[1,1]]]} | bad-geometry",
                "{'type':'Polygon','coordinates':[]} | bad-geometry",
                "{'type':'Circle','coordinates':[0,0]} | bad-geometry",
                "{} | bad-geometry",
                "[] | bad-geometry",
                "42 | bad-geometry",
                "{'type':'Point','coordinates':[368472.2,2736770.3]} | geometry-not-degrees",
                "{'type':'Point','coordinates':[24.7,118.7]} | geometry-not-degrees",
                "{'type':'LineString','coordinates':[[179,0],[-179,0]]} | geometry-over-antimeridian",
                "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[0,0]},{'type':'LineString','coordinates':[[0,0],[1,1]]}]} | bad-geometry",
                "{'type':'FeatureCollection','features':[]} | bad-geometry"
            })
    void whatCannotBeUsedIsRefused(String json, String code) {
        assertThat(catchThrowableOfType(Refusal.class, () -> read(json)).code()).isEqualTo(code);
    }

    @Test
    void aShapeOfAMillionVerticesIsRefused() {
        StringBuilder line = new StringBuilder("{'type':'LineString','coordinates':[[0,0]");
        for (int i = 1; i < 1_000_000; i++) {
            line.append(",[").append(i % 100).append(',').append(i % 90).append(']');
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> read(line + "]}")).code())
                .isEqualTo("geometry-too-large");
    }
}
