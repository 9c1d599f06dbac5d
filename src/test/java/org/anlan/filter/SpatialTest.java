package org.anlan.filter;

import static org.anlan.filter.Probe.filter;
import static org.anlan.filter.Probe.passes;
import static org.anlan.filter.Probe.row;
import static org.anlan.filter.Probe.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.anlan.base.Refusal;
import org.anlan.geo.CrsList;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.anlan.geo.WkbBox;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;
import org.anlan.store.RowFilter;
import org.anlan.support.Requirement;
import org.anlan.support.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes: relations, literals, coordinate systems, and what an index is asked. */
class SpatialTest {

    private static final Row SQUARE = row("POLYGON ((118 24, 119 24, 119 25, 118 25, 118 24))");
    private static final Row LINE = row("LINESTRING (118 24, 119 25)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S_INTERSECTS(geometry, POINT(118.5 24.5)) | true",
                "S_INTERSECTS(geometry, BBOX(118.9, 24.9, 120, 26)) | true",
                "S_INTERSECTS(geometry, BBOX(118.9, 24.9, 0, 120, 26, 100)) | true",
                "S_INTERSECTS(BBOX(120, 24, 121, 25), geometry) | false",
                "S_DISJOINT(geometry, POINT(120 24)) | true",
                "S_EQUALS(geometry, POLYGON((119 25, 118 25, 118 24, 118.5 24, 119 24, 119 25))) | true",
                "S_TOUCHES(geometry, LINESTRING(119 25, 120 26)) | true",
                "S_CROSSES(geometry, LINESTRING(117 24.5, 118.5 24.5)) | true",
                "S_CROSSES(LINESTRING(117 24.5, 118.5 24.5), geometry) | true",
                "S_WITHIN(geometry, BBOX(117, 23, 120, 26)) | true",
                "S_WITHIN(POINT(118.5 24.5), geometry) | true",
                "S_CONTAINS(geometry, MULTIPOINT((118.5 24.5), (118.6 24.6))) | true",
                "S_CONTAINS(geometry, MULTIPOINT(118.5 24.5, 120 24.6)) | false",
                "S_OVERLAPS(geometry, POLYGON((118.5 24.5, 120 24.5, 120 26, 118.5 24.5))) | true",
                "S_OVERLAPS(geometry, geometry) | false",
                "S_EQUALS(geometry, geometry) | true",
                "S_INTERSECTS(geometry, MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((118 24, 118.1 24, 118.1 24.1, 118 24)))) | true",
                "S_INTERSECTS(geometry, MULTILINESTRING((0 0, 1 1), (118 24, 118.2 24.1))) | true",
                "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(0 0), LINESTRING(118 24, 118.2 24.1))) | true",
                "S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(0 0), POINT(118 24))) | true",
                "S_INTERSECTS(geometry, POINT Z(118.5 24.5 10)) | true",
                "S_INTERSECTS(geometry, BBOX(118.5, 24.5, 118.5, 24.5)) | true",
                "S_INTERSECTS(POINT(1 1), BBOX(0, 0, 2, 2)) | true",
                "S_INTERSECTS(geometry, BBOX(170, 20, -170, 30)) | false",
                "S_INTERSECTS(geometry, BBOX(110, 20, -170, 30)) | true",
                "length(LINESTRING(118 24, 118 25)) > 110000 | true",
                "area(BBOX(118, 24, 119, 25)) > 1e10 | true",
                "length(POINT(1 1)) = 0 AND area(geometry) = 678.25 | true",
                "length(BBOX(118, 24, 119, 25)) = 0 | true",
            })
    @Requirement({
        "cql2/basic-spatial-functions/spatial-functions",
        "cql2/basic-spatial-functions-plus/spatial-data-types",
        "cql2/spatial-functions/spatial-functions",
        "cql2/cql2-text/basic-spatial-functions",
        "cql2/cql2-text/basic-spatial-functions-plus",
        "cql2/cql2-text/spatial-functions",
        "cql2/cql2-text/functions"
    })
    void shapesLieToEachOtherAsSimpleFeaturesSay(String filter, String verdict) {
        assertThat(verdict(filter, SQUARE)).as(filter).isEqualTo(verdict);
    }

    @Test
    void latitudeMayComeFirst() {
        RowFilter swapped = filter("S_INTERSECTS(geometry, BBOX(24.4, 118.4, 24.6, 118.6))", CrsList.WGS84, true)
                .rowFilter();
        assertThat(swapped.passes(SQUARE)).isTrue();
        assertThat(filter("S_INTERSECTS(geometry, POINT(24.5 118.5))", CrsList.WGS84, true)
                        .rowFilter()
                        .passes(SQUARE))
                .isTrue();
        assertThatThrownBy(() -> passes("S_INTERSECTS(geometry, POINT(24.5 118.5))", SQUARE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void literalsOfAProjectedSystemAreCarriedToDegrees() {
        var crs = CrsList.named("EPSG:4549");
        RowFilter here = filter("S_INTERSECTS(geometry, POINT(368472.1598 2736770.3273))", crs, false)
                .rowFilter();
        assertThat(here.passes(
                        row("POLYGON ((118.69999 24.72999, 118.70001 24.72999, 118.7 24.73001, 118.69999 24.72999))")))
                .isTrue();
        assertThat(here.passes(row("POINT (118.71 24.73)"))).isFalse();
    }

    @Test
    void aLongEdgeOfAProjectedSystemStaysStraightThere() throws OutsideCrsException {
        var crs = CrsList.named("EPSG:4549");
        var back = CrsTransform.toCgcs2000(crs);
        // a rectangle of 100 km; its southern edge sags some metres when only its corners are carried
        RowFilter filter = filter("S_INTERSECTS(geometry, BBOX(400000, 2700000, 500000, 2800000))", crs, false)
                .rowFilter();
        double[] places = {450_000, 2_700_000.01, 450_000, 2_699_999.99};
        back.apply(places, 2);
        assertThat(filter.passes(row("POINT (" + places[0] + " " + places[1] + ")")))
                .isTrue();
        assertThat(filter.passes(row("POINT (" + places[2] + " " + places[3] + ")")))
                .isFalse();
    }

    @Test
    void coordinatesOutsideTheSystemAreRefused() {
        assertThatThrownBy(() -> filter("S_INTERSECTS(geometry, POINT(200 24))"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bad-filter")
                .hasMessageContaining("EPSG:4490");
        assertThatThrownBy(() -> filter("S_INTERSECTS(geometry, BBOX(1, 2, 3, 99))"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> filter("length(LINESTRING(0 0, 0 91)) > 1")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> filter("S_INTERSECTS(geometry, POINT(1e8 1))", CrsList.named("4549"), false))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> filter("S_INTERSECTS(geometry, BBOX(5, 9, 3, 10))", CrsList.named("3857"), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("wrong way round");
    }

    @Test
    void theSmallestRectangleOfTheConjunctsGoesToTheIndex() {
        assertThat(filter(
                                "S_INTERSECTS(geometry, BBOX(110, 20, 120, 30)) AND S_WITHIN(LINESTRING(118 24, 119 25), geometry) AND flag")
                        .extent())
                .contains(new Extent(118, 24, 119, 25));
        assertThat(filter("S_INTERSECTS(geometry, BBOX(1, 2, 3, 4)) OR flag").extent())
                .isEmpty();
        assertThat(filter("NOT S_INTERSECTS(geometry, BBOX(1, 2, 3, 4))").extent())
                .isEmpty();
        assertThat(filter("S_DISJOINT(geometry, BBOX(1, 2, 3, 4))").extent()).isEmpty();
        assertThat(filter("S_INTERSECTS(POINT(1 1), BBOX(1, 2, 3, 4))").extent())
                .isEmpty();
        assertThat(filter("S_INTERSECTS(geometry, BBOX(170, 2, -170, 4))").extent())
                .contains(new Extent(-180, 2, 180, 4));
    }

    @Test
    void theRectangleOfAProjectedLiteralHoldsItsBentEdges() {
        Extent extent = filter(
                        "S_INTERSECTS(geometry, BBOX(400000, 2700000, 500000, 2800000))", CrsList.named("4549"), false)
                .extent()
                .orElseThrow();
        assertThat(extent.south()).isCloseTo(24.4, within(0.05));
        assertThat(extent.west()).isLessThan(extent.east());
    }

    @Test
    void yearAndIdsGoToTheIndex() {
        Filter filter = filter("survey_year = 2020 AND id IN ('a', 'b', 'a') AND id = 'b' AND number > 1");
        assertThat(filter.surveyYear()).contains(2020);
        assertThat(filter.ids()).containsExactly("b");
        assertThat(filter("2015 = survey_year").surveyYear()).contains(2015);
        assertThat(filter("survey_year = 2015.5").surveyYear()).isEmpty();
        assertThat(filter("survey_year = 99999999999").surveyYear()).isEmpty();
        assertThat(filter("whole = 2015").surveyYear()).isEmpty();
        assertThat(filter("id = name OR id = 'a'").ids()).isEmpty();
        assertThat(filter("id = name").ids()).isEmpty();
    }

    @Test
    void filtersAreJoinedAndPutIntoAQuery() {
        Filter both = filter("survey_year = 2020").and(filter("S_INTERSECTS(geometry, BBOX(1, 2, 3, 4))"));
        FeatureQuery query = both.in(FeatureQuery.all(Probe.LAYER, 7));
        assertThat(query.surveyYear()).contains(2020);
        assertThat(query.extent()).contains(new Extent(1, 2, 3, 4));
        assertThat(query.filter().passes(LINE)).isFalse();
        assertThat(Filter.ALL.and(both)).isSameAs(both);
        assertThat(Filter.ALL.in(FeatureQuery.all(Probe.LAYER, 7))).isEqualTo(FeatureQuery.all(Probe.LAYER, 7));
        RowFilter joined = filter("S_CROSSES(geometry, LINESTRING(118 25, 119 24))")
                .and(filter("length_m > 1000"))
                .rowFilter();
        assertThat(joined.passes(LINE)).isTrue();
    }

    @Test
    void theBoxOfStoredBytesIsTheBoxOfTheShape() {
        for (String wkt : new String[] {
            "POINT (1 2)",
            "LINESTRING (1 2, 3 -4)",
            "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1))",
            "MULTIPOINT ((1 2), (3 4))",
            "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))",
            "GEOMETRYCOLLECTION (POINT (1 2), MULTILINESTRING ((5 5, 6 6), (7 -7, 8 8)))"
        }) {
            WkbBox box = new WkbBox().of(row(wkt).wkb().orElseThrow());
            var around = Rows.shape(wkt).orElseThrow().getEnvelopeInternal();
            assertThat(new double[] {box.minX(), box.minY(), box.maxX(), box.maxY()})
                    .as(wkt)
                    .containsExactly(around.getMinX(), around.getMinY(), around.getMaxX(), around.getMaxY());
        }
    }
}
