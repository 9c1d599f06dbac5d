package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrjMatcherTest {

    private static final String SHISHI = "PROJCS[\"CGCS2000_3_Degree_GK_Zone_40\","
            + "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
            + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],"
            + "PARAMETER[\"False_Easting\",40500000.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",120.0],PARAMETER[\"Scale_Factor\",1.0],"
            + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

    @Test
    void everyTextOfGdalIsRecognised() {
        for (GdalTable.Wkt wkt : GdalTable.texts()) {
            assertThat(PrjMatcher.match(wkt.text()))
                    .as(wkt.text())
                    .map(Crs::epsg)
                    .contains(wkt.epsg());
        }
    }

    @Test
    void ourOwnTextIsThatOfGdal() {
        for (GdalTable.Wkt wkt : GdalTable.texts()) {
            if (wkt.form().equals("esri")) {
                String ours = CrsWkt.esri(CrsList.byCode(wkt.epsg()).orElseThrow());
                assertThat(ours).isEqualTo(wkt.text().replace("Gauss_Kruger_CM", "GK_CM"));
                assertThat(PrjMatcher.match(ours)).map(Crs::epsg).contains(wkt.epsg());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"AX2015, 4490", "AX2020, 4528", "XZQH, 4490", "STBHHX, 4490", "ZRBHD, 4528", "JSXM, 4528"})
    void everyPrjOfTheDemonstrationHandInsIsRecognised(String handIn, int epsg) throws IOException {
        File file = Path.of("data", "shishi", "handins", handIn + ".zip").toFile();
        try (ZipFile zip = new ZipFile(file, Charset.forName("GBK"))) {
            List<? extends ZipEntry> texts =
                    zip.stream().filter(e -> e.getName().endsWith(".prj")).toList();
            assertThat(texts).isNotEmpty();
            for (ZipEntry entry : texts) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(PrjMatcher.match(text)).map(Crs::epsg).contains(epsg);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4528, 4528",
        "epsg:4549, 4549",
        "4490, 4490",
        "urn:ogc:def:crs:EPSG::4490, 4490",
        "urn:ogc:def:crs:EPSG:6.9:4490, 4490",
        "urn:ogc:def:crs:OGC:1.3:CRS84, 4326",
        "OGC:CRS84, 4326",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84, 4326",
        "http://www.opengis.net/def/crs/EPSG/0/4490, 4490",
        "https://www.opengis.net/def/crs/EPSG/0/3857, 3857"
    })
    void codesAreRead(String declared, int epsg) {
        assertThat(PrjMatcher.match(declared)).map(Crs::epsg).contains(epsg);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "EPSG:",
                "EPSG:2000",
                "EPSG:99999999",
                "西安80",
                "[",
                "]]]]",
                "\"",
                "PROJCS",
                "PROJCS[",
                "a,b",
                "GEOGCS[]"
            })
    void whatSaysNothingIsEmpty(String declared) {
        assertThat(PrjMatcher.match(declared)).isEmpty();
    }

    @Test
    void blanksLineBreaksRoundBracketsAndCaseDoNotMatter() {
        String odd = "\uFEFF "
                + SHISHI.replace(",", " ,\r\n\t ")
                        .replace('[', '(')
                        .replace(']', ')')
                        .replace("PARAMETER", "parameter");
        assertThat(PrjMatcher.match(odd)).map(Crs::epsg).contains(4528);
    }

    @Test
    void chineseNamesAreTaken() {
        String named = SHISHI.replace("CGCS2000_3_Degree_GK_Zone_40", "石狮市坐标系")
                .replace("GCS_China_Geodetic_Coordinate_System_2000", "2000国家大地坐标系")
                .replace("D_China_2000", "中国");
        assertThat(PrjMatcher.match(named)).map(Crs::epsg).contains(4528);
    }

    @Test
    void namesThatSayNothingLeaveItToTheEllipsoid() {
        String unknown = SHISHI.replace("GCS_China_Geodetic_Coordinate_System_2000", "GCS_Unknown")
                .replace("D_China_2000", "D_GRS_1980")
                .replace("CGCS2000", "x");
        assertThat(PrjMatcher.match(unknown)).map(Crs::epsg).contains(4528);
    }

    @Test
    void wgs84GaussKruegerStandsForCgcs2000() {
        String wgs = SHISHI.replace("CGCS2000_3", "WGS_1984_3")
                .replace("GCS_China_Geodetic_Coordinate_System_2000", "GCS_WGS_1984")
                .replace("D_China_2000", "D_WGS_1984")
                .replace("\"CGCS2000\",6378137.0,298.257222101", "\"WGS_1984\",6378137.0,298.257223563");
        assertThat(PrjMatcher.match(wgs)).map(Crs::epsg).contains(4528);
    }

    @Test
    void aMissingClosingBracketIsForgiven() {
        assertThat(PrjMatcher.match(SHISHI.substring(0, SHISHI.length() - 2)))
                .map(Crs::epsg)
                .contains(4528);
    }

    @Test
    void otherFiguresAreNotRecognised() {
        for (String[] change : new String[][] {
            {"40500000.0", "39500000.0"},
            {"[\"Meter\",1.0", "[\"Foot\",0.3048"},
            {"[\"Scale_Factor\",1.0", "[\"Scale_Factor\",0.9999"},
            {"[\"Central_Meridian\",120.0", "[\"Central_Meridian\",118.5"},
            {"[\"False_Northing\",0.0", "[\"False_Northing\",-2000000.0"},
            {"[\"Latitude_Of_Origin\",0.0", "[\"Latitude_Of_Origin\",24.0"},
            {"[\"Greenwich\",0.0", "[\"Paris\",2.337229"},
            {"0.0174532925199433", "0.0157079632679489"},
            {"Gauss_Kruger", "Lambert_Conformal_Conic"},
            {"298.257222101", "298.2"},
            {"6378137.0", "6378388.0"}
        }) {
            assertThat(SHISHI).contains(change[0]);
            assertThat(PrjMatcher.match(SHISHI.replace(change[0], change[1])))
                    .as(change[1])
                    .isEmpty();
        }
    }

    @Test
    void otherCountriesOnTheSameEllipsoidAreNotOurs() {
        assertThat(PrjMatcher.match("GEOGCS[\"GCS_North_American_1983\",DATUM[\"D_North_American_1983\","
                        + "SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]]"))
                .isEmpty();
        assertThat(PrjMatcher.match("GEOGCS[\"GCS_Pulkovo_1942\",DATUM[\"D_Pulkovo_1942\","
                        + "SPHEROID[\"Krasovsky_1940\",6378245.0,298.3]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]]"))
                .isEmpty();
    }

    @Test
    void aKrasovskyDatumWithoutPlaceIsBeijing1954() {
        assertThat(PrjMatcher.match("GEOGCS[\"GCS_Krasovsky_1940\",DATUM[\"D_Krasovsky_1940\","
                        + "SPHEROID[\"Krasovsky_1940\",6378245.0,298.3]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]]"))
                .map(Crs::epsg)
                .contains(4214);
    }

    @Property(tries = 300)
    void aTextCutAnywhereGivesTheSameSystemOrNone(@ForAll @IntRange(max = 600) int length) {
        Optional<Crs> found = PrjMatcher.match(SHISHI.substring(0, Math.min(length, SHISHI.length())));
        assertThat(found.map(Crs::epsg)).isIn(Optional.empty(), Optional.of(4528));
    }

    @Property(tries = 500)
    void anyTextIsAnsweredWithoutFailing(@ForAll String text) {
        PrjMatcher.match(text);
        PrjMatcher.match("PROJCS[\"" + text + "\"," + text + "]");
    }

    @Test
    void hostileTextsAreAnsweredAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(PrjMatcher.match("A[".repeat(8_000))).isEmpty();
            assertThat(PrjMatcher.match("\"".repeat(16_000))).isEmpty();
            assertThat(PrjMatcher.match("PROJCS[" + "1,".repeat(8_000))).isEmpty();
            assertThat(PrjMatcher.match("x".repeat(50_000_000))).isEmpty();
            assertThat(PrjMatcher.match("urn:ogc:def:crs:EPSG:" + "1.".repeat(1_000_000)))
                    .isEmpty();
        });
    }
}
