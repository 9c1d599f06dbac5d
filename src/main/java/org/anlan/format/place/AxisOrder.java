package org.anlan.format.place;

/** Whether two coordinates are what their columns are called, judged by their size and their letters. */
enum AxisOrder {
    AS_NAMED,
    EXCHANGED,
    /** They cannot be told apart, or fit neither way. */
    UNTOLD;

    private static final double MILLION = 1_000_000;

    /** Two angles, of which the first is called longitude: 118 cannot be a latitude, and N is none of longitude. */
    static AxisOrder degrees(Angle first, Angle second) {
        boolean crossed = first.axis().filter(Angle.Axis.LATITUDE::equals).isPresent()
                || second.axis().filter(Angle.Axis.LONGITUDE::equals).isPresent();
        if (Math.abs(first.degrees()) <= 180 && Math.abs(second.degrees()) <= 90 && !crossed) {
            return AS_NAMED;
        }
        boolean lettered = first.axis().isPresent() || second.axis().isPresent();
        boolean fits = Math.abs(first.degrees()) <= 90 && Math.abs(second.degrees()) <= 180;
        return fits && (crossed || !lettered) ? EXCHANGED : UNTOLD;
    }

    /**
     * Two lengths in metres, of which the first is called easting. In China a northing has seven digits; an easting has six, or eight with
     * its zone in front (GB/T 22483: zones of 3° are 25-45, zones of 6° are 13-23).
     */
    static AxisOrder metres(double first, double second) {
        if (easting(first) && northing(second)) {
            return AS_NAMED;
        }
        return northing(first) && easting(second) ? EXCHANGED : UNTOLD;
    }

    private static boolean northing(double metres) {
        return metres >= MILLION && metres < 10 * MILLION;
    }

    private static boolean easting(double metres) {
        return (metres > 180 && metres < MILLION) || (metres >= 10 * MILLION && metres < 100 * MILLION);
    }
}
