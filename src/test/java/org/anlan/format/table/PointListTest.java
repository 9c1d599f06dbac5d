package org.anlan.format.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.format.Layers;
import org.anlan.format.SourceField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** Tables whose columns say where their rows lie. */
class PointListTest {

    @TempDir
    Path folder;

    @Test
    void longitudeAndLatitudeMakeAPointAndStayFieldsAsDegrees() throws IOException {
        Layers.Content list = read("名称,经度,纬度\n甲,118.5,24.75\n乙,118°30′36″,北纬24度45分\n");

        assertThat(points(list)).containsExactly(new Coordinate(118.5, 24.75), new Coordinate(118.51, 24.75));
        assertThat(list.source().fields().get(1).type()).isEqualTo(SourceField.Type.NUMBER);
        assertThat(list.value(1, "经度")).isEqualTo(118.51);
        assertThat(list.source().declaredCrs()).contains("EPSG:4490");
        assertThat(list.source().crsReason().orElseThrow().zh()).contains("“经度”“纬度”");
        assertThat(list.findings()).isEmpty();
    }

    @Test
    void anglesSplitOverColumnsAreJoined() throws IOException {
        Layers.Content list = read("经度_度,经度_分,经度_秒,纬度_度,纬度_分,纬度_秒\n118,30,36,24,45,0\n118,30.6,,24,45,\n");

        assertThat(points(list)).allSatisfy(p -> assertThat(p.distance(new Coordinate(118.51, 24.75)))
                .isLessThan(1e-9));
        assertThat(list.value(0, "经度_分")).isEqualTo(30.0);
    }

    @Test
    void aDegreeAsUnitIsNoSplitColumn() throws IOException {
        assertThat(points(read("经度（度）,纬度（度）\n118.51,24.75\n"))).containsExactly(new Coordinate(118.51, 24.75));
    }

    @Test
    void aRowThatCannotBeReadIsKeptWithoutShapeAndNamed() throws IOException {
        Layers.Content list = read("名称,经度,纬度\n甲,118.5,24.7\n乙,不详,24.7\n丙,118.5,95\n丁,,\n");

        assertThat(list.types()).containsExactly("Point", "null", "null", "null");
        assertThat(list.codes()).containsExactly("table.place-unreadable", "table.place-outside", "table.place-blank");
        Finding unreadable = list.findings().get(0);
        assertThat(unreadable.record()).isEqualTo(2);
        assertThat(unreadable.severity()).isEqualTo(Severity.WARNING);
        assertThat(unreadable.text().zh()).contains("第 3 行", "“经度”", "“不详”");
        assertThat(list.value(1, "经度")).isEqualTo("不详");
        assertThat(list.value(0, "经度")).isEqualTo("118.5");
    }

    @Test
    void exchangedAnglesAreTurnedOnlyWhenEveryRowSaysSo() throws IOException {
        Layers.Content all = read("经度,纬度\n24.7,118.5\n24.8,118.6\n");
        assertThat(points(all)).containsExactly(new Coordinate(118.5, 24.7), new Coordinate(118.6, 24.8));
        assertThat(all.codes()).containsExactly("table.axes-exchanged");
        assertThat(all.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(all.value(0, "经度")).isEqualTo(118.5);

        Layers.Content some = read("经度,纬度\n118.5,24.7\n24.8,118.6\n24.9,118.6\n");
        assertThat(some.types()).containsExactly("Point", "null", "null");
        assertThat(some.codes()).containsExactly("table.axes-look-exchanged");
        assertThat(some.findings().get(0).text().zh()).contains("共 2 条记录");
    }

    @Test
    void surveyorsXIsNorth() throws IOException {
        for (String east : List.of("368472.16", "40368472.16")) {
            Layers.Content list = read("点号,X,Y\n1,2736770.33," + east + "\n2,2736780," + east + "\n");
            assertThat(points(list).get(0)).isEqualTo(new Coordinate(Double.parseDouble(east), 2736770.33));
            assertThat(list.codes()).containsExactly("table.axes-exchanged");
            assertThat(list.findings().get(0).severity()).isEqualTo(Severity.NOTE);
            assertThat(list.findings().get(0).text().zh()).contains("“X”列是北坐标");
            assertThat(list.source().declaredCrs()).isEmpty();
        }
        assertThat(points(read("横坐标,纵坐标\n\"368,472.16\",2736770.33米\n")))
                .containsExactly(new Coordinate(368472.16, 2736770.33));
        assertThat(read("东坐标,北坐标\n2736770.33,368472.16\n").findings().get(0).severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void oneRowTheOtherWayRoundIsLeftOutAndTold() throws IOException {
        Layers.Content list = read("x,y\n368472,2736770\n2736770,368472\n118.5,24.7\n");
        assertThat(list.types()).containsExactly("Point", "null", "null");
        assertThat(list.codes()).containsExactly("table.place-outside", "table.axes-look-exchanged");
    }

    @Test
    void degreesUnderXAndYAreAPlaceWithoutADeclaredSystem() throws IOException {
        Layers.Content list = read("X,Y\n118.5,24.7\n");
        assertThat(points(list)).containsExactly(new Coordinate(118.5, 24.7));
        assertThat(list.source().declaredCrs()).isEmpty();
    }

    @Test
    void namesThatMeanSomethingElseAreLeftAlone() throws IOException {
        assertThat(read("JD,WD\n湖滨街道,常温\n宝盖街道,低温\n").types()).containsOnly("null");
        assertThat(read("x,y\n1,是\n2,否\n").findings()).isEmpty();
        assertThat(read("名称,经度\n甲,118.5\n").types()).containsOnly("null");
        assertThat(read("名称,经纬度\n甲,118.5\n").types()).containsOnly("null");
    }

    @Test
    void theNameMayTellAnotherSystem() throws IOException {
        assertThat(read("经度(WGS84),纬度(WGS84)\n118.5,24.7\n").source().declaredCrs())
                .contains("EPSG:4326");
        assertThat(read("西安80经度,西安80纬度\n118.5,24.7\n").source().declaredCrs()).contains("EPSG:4610");
        assertThat(read("百度经度,百度纬度\n118.5,24.7\n").codes()).containsExactly("table.web-map-shift");
    }

    @Test
    void theFirstOfTwoPlacesIsTakenAndTheOtherNamed() throws IOException {
        Layers.Content list = read("起点经度,起点纬度,终点经度,终点纬度\n118.5,24.7,118.6,24.8\n");
        assertThat(points(list)).containsExactly(new Coordinate(118.5, 24.7));
        assertThat(list.codes()).containsExactly("table.more-places");
    }

    @Test
    void wktIsReadWithTheSystemInFrontOfIt() throws IOException {
        Layers.Content list = read(
                """
                名称,WKT
                甲,"SRID=4528;LINESTRING (40368472 2736770, 40368480 2736780)"
                乙,SRID=4528;MULTIPOINT ((1 2))
                丙,SRID=4490;POINT (1 2)
                丁,POINT Z (1 2 3)
                戊,POINT (1 2
                己,
                """);

        assertThat(list.types()).containsExactly("LineString", "MultiPoint", "null", "Point", "null", "null");
        assertThat(list.source().declaredCrs()).contains("EPSG:4528");
        assertThat(list.source().fields()).extracting(SourceField::name).containsExactly("名称");
        assertThat(list.codes()).containsExactly("table.srid-differs", "table.place-unreadable", "table.place-blank");
    }

    @Test
    void deepWktIsNotFollowed() throws IOException {
        String deep = "GEOMETRYCOLLECTION (".repeat(50_000) + ")".repeat(50_000);
        Layers.Content list = read("geom\nPOINT (1 2)\n\"" + deep + "\"\n\"" + "POLYGON (".repeat(20_000) + "\"\n");
        assertThat(list.types()).containsExactly("Point", "null", "null");
    }

    @Test
    void titlesAboveTheHeaderAndUnitsBelowItAreLeftOut() throws IOException {
        Layers.Content list = read(
                """
                石狮市入海排污口清单,,,
                填报单位：某局,,,2024年
                序号,名称,坐标,
                ,,经度,纬度
                ,,（度）,（度）
                1,2,3,4
                1,甲,118.5,24.7
                ,,,
                """);

        assertThat(list.source().fields()).extracting(SourceField::name).containsExactly("序号", "名称", "经度", "纬度");
        assertThat(points(list)).containsExactly(new Coordinate(118.5, 24.7));
        assertThat(list.codes()).containsExactly("table.header-row", "table.unit-row", "table.unit-row");
        assertThat(list.findings().get(0).text().zh()).contains("第 3 行");
    }

    @Test
    void degreesWithinAMetreAreKept() throws IOException {
        Layers.Content list = read("lon,lat\n1183842.5,244726.12\n");
        assertThat(points(list).get(0).x).isCloseTo(118.645138889, within(1e-9));
        assertThat(points(list).get(0).y).isCloseTo(24.790588889, within(1e-9));
    }

    private static List<Coordinate> points(Layers.Content list) {
        return list.features().stream()
                .map(f -> f.geometry().orElseThrow().getCoordinate())
                .toList();
    }

    private Layers.Content read(String text) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, text);
        return Layers.one(file);
    }
}
