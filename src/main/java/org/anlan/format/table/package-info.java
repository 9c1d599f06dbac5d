/**
 * Tables: CSV as Excel and other office software write it, in UTF-8, UTF-16 or GBK, separated by commas, semicolons or tabs. A table
 * has no shapes; which columns hold coordinates is decided where it is taken in.
 *
 * <p>Refusals: {@code csv-empty}, {@code csv-broken}. Findings: {@code csv.surplus-cells} blocks, {@code csv.missing-cells}, {@code
 * csv.undecodable-text} warn, {@code csv.column-renamed} is a note.
 */
package org.anlan.format.table;
