package org.anlan.tiles;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.anlan.store.Extent;

/**
 * A grid of tiles, a "tile matrix set" in OGC's words (17-083r4). Levels are counted from 0, the level of fewest tiles; the identifiers of a grid's matrices may
 * begin at another number.
 */
public enum TileGrid {
    /** The grid of web maps, Web Mercator (17-083r4 annex D.1). */
    WEB_MERCATOR_QUAD(
            "WebMercatorQuad",
            "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
            1,
            0),
    /** WGS 84 longitude and latitude, two tiles at the top (17-083r4 annex D.2). */
    WORLD_CRS84_QUAD(
            "WorldCRS84Quad",
            "http://www.opengis.net/def/tilematrixset/OGC/1.0/WorldCRS84Quad",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "http://www.opengis.net/def/wkss/OGC/1.0/GoogleCRS84Quad",
            2,
            0),
    /** CGCS2000 longitude and latitude: the "c" grid of Tianditu, whose level 1 has two tiles. */
    CGCS2000_QUAD("CGCS2000Quad", "", "http://www.opengis.net/def/crs/EPSG/0/4490", "", 2, 1);

    /** The last level. */
    public static final int LAST_LEVEL = 20;

    /** Half the side of Web Mercator's square, metres (π · 6 378 137). */
    private static final double MERCATOR_HALF = Math.PI * 6_378_137;

    /** Metres of a degree on the equator of the ellipsoid, as scale denominators count them (17-083r4 §6.1.1.1). */
    private static final double DEGREE_METRES = 2 * Math.PI * 6_378_137 / 360;

    /** A pixel is taken as 0.28 mm wide (17-083r4 §6.1.1.1). */
    private static final double PIXEL_METRES = 0.00028;

    /** Pixels of a tile's side. */
    public static final int PIXELS = 256;

    private final String id;
    private final String uri;
    private final String crs;
    private final String scaleSet;
    private final int columnsAtTop;
    private final int firstMatrix;

    TileGrid(String id, String uri, String crs, String scaleSet, int columnsAtTop, int firstMatrix) {
        this.id = id;
        this.uri = uri;
        this.crs = crs;
        this.scaleSet = scaleSet;
        this.columnsAtTop = columnsAtTop;
        this.firstMatrix = firstMatrix;
    }

    /** The grid of this identifier. */
    public static Optional<TileGrid> named(String id) {
        return Arrays.stream(values()).filter(grid -> grid.id.equals(id)).findFirst();
    }

    /** Its identifier. */
    public String id() {
        return id;
    }

    /** Where it is registered; empty when it is not. */
    public Optional<String> uri() {
        return Optional.of(uri).filter(u -> !u.isEmpty());
    }

    /** The URI of its coordinate system. */
    public String crs() {
        return crs;
    }

    /** The URI of its well-known scales; empty when it has none. */
    public Optional<String> scaleSet() {
        return Optional.of(scaleSet).filter(u -> !u.isEmpty());
    }

    /** Whether it is in degrees. */
    public boolean geographic() {
        return this != WEB_MERCATOR_QUAD;
    }

    /** Whether the coordinate system has latitude first. */
    public boolean latitudeFirst() {
        return this == CGCS2000_QUAD;
    }

    /** The identifier of a level's matrix. */
    public String matrix(int level) {
        return Integer.toString(level + firstMatrix);
    }

    /** The level of a matrix; empty when there is none of this identifier. */
    public OptionalInt level(String matrix) {
        for (int level = 0; level <= LAST_LEVEL; level++) {
            if (matrix(level).equals(matrix)) {
                return OptionalInt.of(level);
            }
        }
        return OptionalInt.empty();
    }

    /** Tiles from west to east at a level. */
    public int columns(int level) {
        return columnsAtTop << level;
    }

    /** Tiles from north to south at a level. */
    public int rows(int level) {
        return 1 << level;
    }

    /** Metres or degrees of a pixel at a level. */
    public double cellSize(int level) {
        double width = geographic() ? 360 : 2 * MERCATOR_HALF;
        return width / columns(level) / PIXELS;
    }

    /** The scale denominator of a level. */
    public double scaleDenominator(int level) {
        return cellSize(level) * (geographic() ? DEGREE_METRES : 1) / PIXEL_METRES;
    }

    /** West or north of the grid's corner: −180 and 90 degrees, or metres. */
    public double[] corner() {
        return geographic() ? new double[] {-180, 90} : new double[] {-MERCATOR_HALF, MERCATOR_HALF};
    }

    /** A web map's zoom that shows about the same scale: by it the catalogue says from where on a layer is drawn. */
    public int zoom(int level) {
        return geographic() ? level + 1 : level;
    }

    /** How far east a longitude lies, in tiles of a level. */
    public double column(double longitude, int level) {
        return (longitude + 180) / 360 * columns(level);
    }

    /** How far south a latitude lies, in tiles of a level. */
    public double row(double latitude, int level) {
        if (geographic()) {
            return (90 - latitude) / 180 * rows(level);
        }
        double sine = Math.sin(Math.toRadians(Math.max(-89.9999, Math.min(89.9999, latitude))));
        return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * rows(level);
    }

    /** The longitude of a place in tiles. */
    public double longitude(double column, int level) {
        return column / columns(level) * 360 - 180;
    }

    /** The latitude of a place in tiles. */
    public double latitude(double row, int level) {
        double part = row / rows(level);
        return geographic() ? 90 - 180 * part : Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * part))));
    }

    /** Where a tile lies, and so much of a tile around it. */
    Extent extent(int level, int row, int column, double around) {
        return new Extent(
                longitude(column - around, level),
                latitude(row + 1 + around, level),
                longitude(column + 1 + around, level),
                latitude(row - around, level));
    }
}
