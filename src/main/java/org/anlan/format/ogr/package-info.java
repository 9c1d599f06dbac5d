/**
 * Formats that only GDAL reads: file geodatabase, DXF, MapInfo TAB and MIF. Where {@code ogr2ogr} is installed it turns them into a
 * GeoPackage, alone in a folder, with one driver, without network, within bounds of time, memory and disk.
 */
package org.anlan.format.ogr;
