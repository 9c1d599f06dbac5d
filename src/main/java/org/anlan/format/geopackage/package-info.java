/**
 * GeoPackage (OGC 12-128r18) in and out. A file that was handed in is a database made by others: it is opened read-only, only plain
 * tables and simple views are read from it, and every shape is checked against the bytes that are there.
 */
package org.anlan.format.geopackage;
