/**
 * Where the rows of a table lie. Columns are found by their names, and their values decide: longitude and latitude in decimal degrees
 * or 度分秒 (also split over three columns), easting and northing in metres, or shapes as WKT.
 *
 * <p>Findings: {@code table.place-unreadable}, {@code table.place-outside}, {@code table.place-blank}, {@code
 * table.axes-look-exchanged}, {@code table.web-map-shift}, {@code table.srid-differs} warn; {@code table.axes-exchanged} warns, and is a
 * note where X is north as surveyors have it; {@code table.more-places} is a note. None blocks: whether a shape is required the layer
 * decides.
 */
package org.anlan.format.place;
