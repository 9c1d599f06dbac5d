package org.anlan.geo;

/** The geodetic datums that hand-ins come in, each with its ellipsoid. */
public enum Datum {
    /** China Geodetic Coordinate System 2000, the datum of the store. */
    CGCS2000(6378137, 298.257222101, true),
    /** WGS 84; taken as the same as CGCS2000 (the two differ by centimetres). */
    WGS84(6378137, 298.257223563, true),
    /** Xi'an 1980 on the IAG 1975 ellipsoid. */
    XIAN_1980(6378140, 298.257, false),
    /** Beijing 1954 on the Krasovsky 1940 ellipsoid. */
    BEIJING_1954(6378245, 298.3, false);

    private final double semiMajorM;
    private final double inverseFlattening;
    private final boolean shiftKnown;

    Datum(double semiMajorM, double inverseFlattening, boolean shiftKnown) {
        this.semiMajorM = semiMajorM;
        this.inverseFlattening = inverseFlattening;
        this.shiftKnown = shiftKnown;
    }

    /** Semi-major axis a of the ellipsoid, metres. */
    public double semiMajorM() {
        return semiMajorM;
    }

    /** Inverse flattening 1/f of the ellipsoid. */
    public double inverseFlattening() {
        return inverseFlattening;
    }

    /**
     * Whether positions can be carried to CGCS2000. For Xian 1980 and Beijing 1954 the parameters are not public: longitude and
     * latitude are kept as they are, and positions may lie some 50-120 m off.
     */
    public boolean shiftKnown() {
        return shiftKnown;
    }
}
