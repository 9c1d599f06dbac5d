/**
 * Floor 1: what layers there are. A layer is data: one JSON file says its fields, code lists, aliases, checks and map style; tables,
 * upload mapping, checks, legend and the page follow from it.
 */
package org.anlan.catalog;
