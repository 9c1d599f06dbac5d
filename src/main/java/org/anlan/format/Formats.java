package org.anlan.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.format.archive.UnpackedZip;
import org.anlan.format.geojson.GeoJson;
import org.anlan.format.geojson.GeoJsonLines;
import org.anlan.format.geopackage.GeoPackage;
import org.anlan.format.kml.Kml;
import org.anlan.format.ogr.ThroughGdal;
import org.anlan.format.shapefile.ShapefileZip;
import org.anlan.format.table.Csv;
import org.anlan.format.xlsx.CompoundFile;
import org.anlan.format.xlsx.Xlsx;

/** Opens whatever was handed in. What a file is, its content decides; its name is only believed for what content cannot tell. */
public final class Formats {

    static final List<SingleFileFormat> SINGLE = List.of(
            Csv.FORMAT,
            GeoJson.FORMAT,
            GeoJsonLines.FORMAT,
            Kml.FORMAT,
            Xlsx.FORMAT,
            GeoPackage.FORMAT,
            ThroughGdal.DXF);

    private Formats() {}

    /** The formats that can be handed in, in the order in which they are shown; those that are not available need GDAL. */
    public static List<InFormat> list() {
        boolean gdal = ThroughGdal.isAvailable();
        return List.of(
                new InFormat("shapefile", Text.of("Shapefile（ZIP）", "Shapefile (zip)"), List.of("zip"), true),
                new InFormat("gpkg", Text.of("GeoPackage", "GeoPackage"), List.of("gpkg"), true),
                new InFormat("geojson", Text.of("GeoJSON", "GeoJSON"), List.of("geojson", "json"), true),
                new InFormat(
                        "geojsonl",
                        Text.of("逐行 GeoJSON", "Newline-delimited GeoJSON"),
                        List.of("geojsonl", "geojsons", "ndjson", "jsonl"),
                        true),
                new InFormat("kml", Text.of("KML / KMZ", "KML / KMZ"), List.of("kml", "kmz"), true),
                new InFormat("xlsx", Text.of("Excel 工作簿", "Excel workbook"), List.of("xlsx", "xlsm"), true),
                new InFormat("csv", Text.of("CSV 表格", "CSV table"), List.of("csv", "tsv", "txt"), true),
                new InFormat(
                        "gdb",
                        Text.of("文件地理数据库（*.gdb 文件夹，ZIP）", "File geodatabase (*.gdb folder, zip)"),
                        List.of("zip"),
                        gdal),
                new InFormat("dxf", Text.of("AutoCAD DXF", "AutoCAD DXF"), List.of("dxf"), gdal),
                new InFormat("tab", Text.of("MapInfo TAB（ZIP）", "MapInfo TAB (zip)"), List.of("zip"), gdal),
                new InFormat("mif", Text.of("MapInfo MIF/MID（ZIP）", "MapInfo MIF/MID (zip)"), List.of("zip"), gdal));
    }

    /**
     * Opens a hand-in.
     *
     * @param file where it lies
     * @param fileName what the sender called it; names the layer of a file that is one
     * @param options encoding and limits
     * @throws Refusal {@code empty-file}, {@code unknown-format}, {@code loose-shapefile}, and those of the formats
     */
    public static HandInFile open(Path file, String fileName, OpenOptions options) throws IOException {
        FileHead head = FileHead.of(file, fileName);
        if (head.isZip()) {
            if (Xlsx.isWorkbook(UnpackedZip.names(file, options.limits()))) {
                return Xlsx.open(file, head.base(), options);
            }
            return ShapefileZip.open(file, options, SINGLE, ThroughGdal.GROUPS);
        }
        CompoundFile.refuse(file, fileName);
        head.refuseWhatIsKnownNotToBeRead(list());
        for (SingleFileFormat format : SINGLE) {
            Optional<HandInFile> opened = format.extensions().contains(head.extension())
                    ? format.opener().open(file, head.base(), options)
                    : Optional.empty();
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw head.unknown(list());
    }
}
