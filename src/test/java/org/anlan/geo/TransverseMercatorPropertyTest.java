package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.sf.geographiclib.Geodesic;

class TransverseMercatorPropertyTest {

    private final CrsTransform to = CrsTransform.toCgcs2000(CrsList.byCode(4549).orElseThrow());
    private final CrsTransform from =
            CrsTransform.fromCgcs2000(CrsList.byCode(4549).orElseThrow());

    @Property
    void thereAndBackIsTheSamePlaceWithinAMicrometre(
            @ForAll @Scale(12) @DoubleRange(min = 115, max = 125) double lon,
            @ForAll @Scale(12) @DoubleRange(min = -60, max = 60) double lat)
            throws OutsideCrsException {
        double[] xy = {lon, lat};
        from.apply(xy, 1);
        to.apply(xy, 1);
        assertThat(xy[0]).isCloseTo(lon, within(1e-11));
        assertThat(xy[1]).isCloseTo(lat, within(1e-11));
    }

    @Property
    void onTheCentralMeridianNorthingIsTheMeridianArc(@ForAll @Scale(12) @DoubleRange(min = 0, max = 89) double lat)
            throws OutsideCrsException {
        double[] xy = {120, lat};
        from.apply(xy, 1);
        double arc = new Geodesic(Geodesy.SEMI_MAJOR_M, Geodesy.FLATTENING).Inverse(0, 120, lat, 120).s12;
        assertThat(xy[0]).isEqualTo(500_000);
        assertThat(xy[1]).isCloseTo(arc, within(1e-7));
    }
}
