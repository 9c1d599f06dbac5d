/** Documents as pages to read and print. */
package org.anlan.report.page;
