package org.anlan.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.format.archive.UnpackedZip;
import org.anlan.format.geojson.GeoJson;
import org.anlan.format.geojson.GeoJsonLines;
import org.anlan.format.kml.Kml;
import org.anlan.format.shapefile.ShapefileZip;
import org.anlan.format.table.Csv;
import org.anlan.format.xlsx.CompoundFile;
import org.anlan.format.xlsx.Xlsx;

/** Opens whatever was handed in. What a file is, its content decides; its name is only believed for what content cannot tell. */
public final class Formats {

    private static final List<SingleFileFormat> SINGLE =
            List.of(Csv.FORMAT, GeoJson.FORMAT, GeoJsonLines.FORMAT, Kml.FORMAT, Xlsx.FORMAT);

    private Formats() {}

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
            return ShapefileZip.open(file, options, SINGLE);
        }
        CompoundFile.refuse(file, fileName);
        head.refuseWhatIsKnownNotToBeRead();
        for (SingleFileFormat format : SINGLE) {
            Optional<HandInFile> opened = format.extensions().contains(head.extension())
                    ? format.opener().open(file, head.base(), options)
                    : Optional.empty();
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw head.unknown();
    }
}
