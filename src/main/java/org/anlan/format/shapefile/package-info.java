/**
 * Shapefiles: our own bounds-checked reader and writer, and zips of them as they are handed in. No count in a file is believed
 * before it was held against the bytes that are there; nothing is lost without a finding. {@link
 * org.anlan.format.shapefile.Shapefile} reads, {@link org.anlan.format.shapefile.ShapefileWriter} writes, {@link
 * org.anlan.format.shapefile.ShapefileZip} opens a hand-in.
 *
 * <p>Findings: {@code shapefile.bad-header}, {@code .truncated}, {@code .bad-record}, {@code .multipatch}, {@code .dbf-broken}, {@code
 * .dbf-fields}, {@code .dbf-truncated}, {@code .count-differs} block; {@code .shx-rebuilt}, {@code .dbf-missing}, {@code
 * .cpg-unknown}, {@code .bad-value}, {@code .undecodable-text}, {@code .mixed-types}, {@code .short-part}, {@code .empty-shape}, {@code
 * .record-number}, {@code .trailing-bytes} warn; {@code .z-dropped}, {@code .ring-turned}, {@code .ring-closed}, {@code
 * .deleted-record}, {@code .field-ignored}, {@code .field-renamed}, {@code .clipped-text} are notes.
 */
package org.anlan.format.shapefile;
