/**
 * Workbooks of Excel 2007 and later (ECMA-376 part 1, SpreadsheetML), in and out. Reading streams: a sheet is one layer, its rows pass by,
 * and the shared texts lie in a file. Nothing that the file claims about its size is believed; formulas are not computed, their last value
 * is taken. Of the XML no DTD and no entity is read.
 *
 * <p>Refusals: those of the zip, {@code xlsx-broken}, {@code xlsx-binary}, {@code xlsx-empty}, {@code excel-old}, {@code excel-encrypted};
 * written: {@code xlsx-too-many-rows}, {@code xlsx-too-many-columns}. Findings: {@code xlsx.surplus-cells} blocks, {@code
 * xlsx.error-cell}, {@code xlsx.formula-without-value}, {@code xlsx.broken-text}, {@code xlsx.sheet-left-out} warn, {@code
 * xlsx.hidden-sheet}, {@code xlsx.column-renamed} are notes; written: {@code xlsx.text-clipped}, {@code xlsx.shape-too-long}, {@code
 * table.number-not-finite} warn.
 */
package org.anlan.format.xlsx;
