package org.anlan.format.shapefile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that make up a shapefile.
 *
 * @param shp the shapes
 * @param shx where each shape begins in the .shp
 * @param dbf the attribute table
 * @param prj the coordinate system as ESRI WKT
 * @param cpg the name of the text encoding
 */
public record ShapefileParts(
        Path shp, Optional<Path> shx, Optional<Path> dbf, Optional<Path> prj, Optional<Path> cpg) {}
