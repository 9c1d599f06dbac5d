package org.anlan.geo;

import java.util.List;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * How far inland a place is: its distance to the coast when it lies on land. Land is told by the regions, not by the side of the line, because hand-ins do not
 * agree on the direction of a coastline.
 */
public final class CoastSide {

    private final AreaIndex land;
    private final EdgeTree coast;

    /**
     * @param land the land: regions that end at the coast
     * @param coast the coastline
     */
    public CoastSide(List<? extends Geometry> land, List<? extends Geometry> coast) {
        this.land = new AreaIndex(land);
        this.coast = new EdgeTree(new GeometryFactory().createGeometryCollection(coast.toArray(Geometry[]::new)));
    }

    /** Metres from a place inland to the coast; 0 on the coast and seaward of it. */
    public double inlandM(double lon, double lat) {
        Geometry place = new GeometryFactory().createPoint(new CoordinateXY(lon, lat));
        return land.meeting(place, 0).isEmpty()
                ? 0
                : coast.distanceM(lon, lat, LocalScale.at(lat), Double.POSITIVE_INFINITY);
    }
}
