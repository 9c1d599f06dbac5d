/** Results laid out for people: one document, of which pages to print and workbooks are made. */
package org.anlan.report;
