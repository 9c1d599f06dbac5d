package org.anlan.http.ogc;

import static org.anlan.http.ogc.OgcReader.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.anlan.geo.CrsList;
import org.anlan.geo.CrsTransform;
import org.anlan.support.Client;
import org.anlan.support.Requirement;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OGC API Features Part 2 (18-058r1), requirement by requirement. */
class CrsRequirementsTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final OgcReader OGC = new OgcReader(SERVER);
    private static final String COAST = "/ogc/collections/coastline";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    @Test
    @Requirement({
        "features-2/crs/crs-uri",
        "features-2/crs/fc-md-crs-list",
        "features-2/crs/fc-md-crs-list-global",
        "features-2/crs/fc-md-storageCrs",
        "features-2/crs/fc-md-storageCrs-valid-value"
    })
    void everyCollectionListsItsSystemsTheOneOfTheStoreAmongThem() {
        List<String> global = texts(OGC.json("/ogc/collections").path("crs"));
        assertThat(global).contains(OgcCrs.CRS84.uri(), EPSG + 4326, EPSG + 4490, EPSG + 3857);
        for (JsonNode one : OGC.json("/ogc/collections").path("collections")) {
            List<String> systems = texts(one.path("crs"));
            assertThat(systems)
                    .contains(OgcCrs.CRS84.uri())
                    .containsAll(global)
                    .allMatch(uri -> uri.startsWith("http://www.opengis.net/def/crs/"));
            if (one.has("storageCrs")) {
                assertThat(systems).contains(one.path("storageCrs").asText());
            }
        }
        JsonNode coast = OGC.json(COAST);
        assertThat(coast.path("storageCrs").asText()).isEqualTo(EPSG + 4490);
        assertThat(texts(coast.path("crs"))).contains(EPSG + 4527, EPSG + 4528, EPSG + 4548, EPSG + 4549);
    }

    @Test
    @Requirement({
        "features-2/crs/fc-crs-definition",
        "features-2/crs/fc-crs-action",
        "features-2/crs/geojson",
        "features-2/crs/ogc-crs-header",
        "features-2/crs/ogc-crs-header-value"
    })
    void everyListedSystemIsServedAndSaidInAHeader() throws Exception {
        JsonNode degrees = OGC.json(COAST + "/items/350581A001@2015").at("/geometry/coordinates/0");
        for (String uri : texts(OGC.json(COAST).path("crs"))) {
            for (String address :
                    List.of(COAST + "/items/350581A001@2015", COAST + "/items?limit=1&id=350581A001@2015")) {
                Client.Answer answer = OGC.answer(address + (address.contains("?") ? "&" : "?") + "crs=" + uri);
                assertThat(answer.status()).as(uri).isEqualTo(200);
                assertThat(answer.header("Content-Type")).isEqualTo(Media.GEOJSON);
                assertThat(answer.header("Content-Crs")).isEqualTo("<" + uri + ">");
                JsonNode feature = answer.json().has("features") ? answer.json().at("/features/0") : answer.json();
                assertThat(asDegrees(feature.at("/geometry/coordinates/0"), uri)[0])
                        .isEqualTo(degrees.get(0).asDouble(), within(1e-8));
                assertThat(asDegrees(feature.at("/geometry/coordinates/0"), uri)[1])
                        .isEqualTo(degrees.get(1).asDouble(), within(1e-8));
            }
        }
    }

    /** Longitude and latitude of a position in a system, in the axis order of its register. */
    private static double[] asDegrees(JsonNode position, String uri) throws Exception {
        double first = position.get(0).asDouble();
        double second = position.get(1).asDouble();
        if (uri.equals(OgcCrs.CRS84.uri())) {
            return new double[] {first, second};
        }
        int code = Integer.parseInt(uri.substring(EPSG.length()));
        if (code == 4326 || code == 4490) {
            return new double[] {second, first};
        }
        double[] xy = code == 3857 ? new double[] {first, second} : new double[] {second, first};
        CrsTransform.toCgcs2000(CrsList.byCode(code).orElseThrow()).apply(xy, 1);
        return xy;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:2154",
                "http://www.opengis.net/def/crs/EPSG/0/4547",
                "nonsense",
                "http://www.opengis.net/def/crs/OGC/0/CRS84h"
            })
    @Requirement({"features-2/crs/fc-crs-valid-value", "features-2/crs/fc-bbox-crs-valid-value"})
    void aSystemThatIsNotListedIsRefused(String crs) {
        for (String parameters :
                List.of("crs=" + crs, "bbox=1,2,3,4&bbox-crs=" + crs, "filter=TRUE&filter-crs=" + crs)) {
            Client.Answer answer = OGC.answer(COAST + "/items?" + parameters);
            assertThat(answer.status()).as(parameters).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("unknown-crs");
            assertThat(answer.text()).as("tells which there are").contains(EPSG + 4549);
        }
        assertThat(OGC.answer(COAST + "/items/350581A001@2015?crs=" + crs).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84 | 118.66,24.7,118.72,24.8",
                "http://www.opengis.net/def/crs/EPSG/0/4326 | 24.7,118.66,24.8,118.72",
                "http://www.opengis.net/def/crs/EPSG/0/4490 | 24.7,118.66,24.8,118.72",
            })
    @Requirement({
        "features-2/crs/fc-bbox-crs-definition",
        "features-2/crs/fc-bbox-crs-action",
        "features-2/crs/fc-bbox-crs-valid-default-value"
    })
    void aRectangleIsReadInItsSystem(String uri, String bbox) {
        List<String> usual = ids(OGC.json(COAST + "/items?limit=1000&bbox=118.66,24.7,118.72,24.8"));
        assertThat(usual).isNotEmpty();
        assertThat(ids(OGC.json(COAST + "/items?limit=1000&bbox-crs=" + uri + "&bbox=" + bbox)))
                .isEqualTo(usual);
    }

    /** The sides are straight in the projected system: a segment is in where its projected line meets the projected rectangle. */
    @ParameterizedTest
    @ValueSource(ints = {4549, 4528, 3857})
    @Requirement("features-2/crs/fc-bbox-crs-action")
    void aRectangleOfAProjectedSystemIsStraightThere(int epsg) {
        String items = COAST + "/items?limit=1000&crs=" + EPSG + epsg;
        double[][] corners = {corner(items, 0), corner(items, 60)};
        double[] box = {
            Math.min(corners[0][0], corners[1][0]), Math.min(corners[0][1], corners[1][1]),
            Math.max(corners[0][0], corners[1][0]), Math.max(corners[0][1], corners[1][1])
        };
        List<String> expected = new ArrayList<>();
        var factory = new org.locationtech.jts.geom.GeometryFactory();
        var rectangle = factory.toGeometry(new org.locationtech.jts.geom.Envelope(box[0], box[2], box[1], box[3]));
        for (JsonNode feature : OGC.json(items).path("features")) {
            List<org.locationtech.jts.geom.Coordinate> line = new ArrayList<>();
            feature.at("/geometry/coordinates")
                    .forEach(p -> line.add(new org.locationtech.jts.geom.Coordinate(
                            p.get(0).asDouble(), p.get(1).asDouble())));
            if (factory.createLineString(line.toArray(org.locationtech.jts.geom.Coordinate[]::new))
                    .intersects(rectangle)) {
                expected.add(feature.path("id").asText());
            }
        }
        String bbox = box[0] + "," + box[1] + "," + box[2] + "," + box[3];
        assertThat(ids(OGC.json(COAST + "/items?limit=1000&bbox-crs=" + EPSG + epsg + "&bbox=" + bbox)))
                .isNotEmpty()
                .isEqualTo(expected);
    }

    private static double[] corner(String items, int feature) {
        JsonNode place = OGC.json(items).at("/features/" + feature + "/geometry/coordinates/3");
        return new double[] {place.get(0).asDouble() + 0.37, place.get(1).asDouble() + 0.41};
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
