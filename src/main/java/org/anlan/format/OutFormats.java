package org.anlan.format;

import java.util.List;
import java.util.Optional;
import org.anlan.format.geojson.GeoJsonFile;
import org.anlan.format.geopackage.GeoPackageWriter;
import org.anlan.format.kml.KmlWriter;
import org.anlan.format.shapefile.ShapefileZipWriter;
import org.anlan.format.table.CsvWriter;
import org.anlan.format.xlsx.XlsxWriter;

/** The formats that layers are written in. */
public final class OutFormats {

    private static final List<OutFormat> ALL = List.of(
            ShapefileZipWriter.FORMAT,
            GeoPackageWriter.FORMAT,
            GeoJsonFile.FORMAT,
            KmlWriter.FORMAT,
            CsvWriter.FORMAT,
            XlsxWriter.FORMAT);

    private OutFormats() {}

    /** All of them, in the order in which they are offered. */
    public static List<OutFormat> all() {
        return ALL;
    }

    /** The format of this word ("shp", "gpkg"). */
    public static Optional<OutFormat> byWord(String word) {
        return ALL.stream().filter(format -> format.word().equals(word)).findFirst();
    }
}
