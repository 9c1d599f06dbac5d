/** The embedded store: one GeoPackage file (OGC 12-128r18) in WAL mode that QGIS and GDAL open as it is. */
package org.anlan.store.sqlite;
