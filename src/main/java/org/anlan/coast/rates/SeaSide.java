package org.anlan.coast.rates;

import java.util.List;
import java.util.Optional;
import org.anlan.geo.AreaIndex;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Tells on which side of a baseline the sea lies: land is told by the regions, not by the direction of the line, because hand-ins do not agree on that. At places along the
 * line it is looked for land a quarter, half and the whole reach of a transect to either side; the side with less land is the sea's.
 */
public final class SeaSide {

    private static final int MOST_PLACES = 400;
    private static final double PLACE_EVERY_M = 25;
    private static final double[] SHARES = {0.25, 0.5, 1};
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final AreaIndex land;

    /** Tells it by this land: areas in degrees of longitude and latitude. */
    public SeaSide(List<? extends Geometry> land) {
        this.land = new AreaIndex(land);
    }

    /** The line, turned where needed so that the sea is on its left; empty when there is as much land to one side as to the other. */
    public Optional<LineString> seaOnTheLeft(LineString line, double smoothingM, double reachM) {
        SmoothLine smooth = new SmoothLine(line, smoothingM);
        int places = (int) Math.max(1, Math.min(MOST_PLACES, smooth.lengthM() / PLACE_EVERY_M));
        int moreOnTheRight = 0;
        for (int i = 0; i < places; i++) {
            Foot foot = smooth.foot((i + 0.5) * smooth.lengthM() / places);
            for (double share : SHARES) {
                moreOnTheRight += onLand(foot, -share * reachM) - onLand(foot, share * reachM);
            }
        }
        return moreOnTheRight == 0 ? Optional.empty() : Optional.of(moreOnTheRight > 0 ? line : line.reverse());
    }

    private int onLand(Foot foot, double metres) {
        Geometry place = SHAPES.createPoint(new CoordinateXY(foot.lonAt(metres), foot.latAt(metres)));
        return land.meeting(place, 0).isEmpty() ? 0 : 1;
    }
}
