/** Documents as workbooks. */
package org.anlan.report.workbook;
