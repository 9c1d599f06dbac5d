package org.anlan.format.place;

/** The names of the columns that a table written by us holds its shapes in. */
public final class PlaceNames {

    /** Stands before a name that is taken by a field of the layer ("geom_lon"); such columns come first when a table is read. */
    public static final String STEM = "geom";

    private PlaceNames() {}

    /** The column of shapes as WKT; GDAL and QGIS know the system by such a name too. */
    public static String wkt(int epsg) {
        return "_WKT_EPSG_" + epsg;
    }

    /** Whether a column of this name may be taken for a coordinate or a shape. */
    public static boolean isPlace(String column) {
        return AxisName.of(column).isPresent() || WktTrial.isName(column);
    }
}
