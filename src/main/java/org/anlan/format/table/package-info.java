/**
 * Tables, whatever file they come in: header, types, and a shape for each row where columns say where it lies ({@link
 * org.anlan.format.place}). And CSV as Excel and other office software write it, in UTF-8, UTF-16 or GBK, separated by commas, semicolons
 * or tabs.
 *
 * <p>Refusals: {@code csv-empty}, {@code csv-broken}. Findings, with "csv" or "xlsx" in front: {@code csv.surplus-cells} blocks, {@code
 * csv.missing-cells}, {@code csv.undecodable-text} warn, {@code csv.column-renamed} is a note; {@code table.header-row} and {@code
 * table.unit-row} are notes.
 */
package org.anlan.format.table;
