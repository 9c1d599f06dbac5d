/**
 * KML and KMZ (OGC 12-007r2), read and written as a stream of XML: no document type, no external entity, nothing that a link names is ever
 * fetched.
 */
package org.anlan.format.kml;
