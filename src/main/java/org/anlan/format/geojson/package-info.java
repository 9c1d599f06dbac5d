/**
 * GeoJSON (RFC 7946), read as a stream, feature by feature. The old "crs" member (GeoJSON 2008, section 3) is understood, because
 * files in CGCS2000 still carry it.
 *
 * <p>Refusals: {@code geojson-broken}, {@code geojson-too-many-properties}. Findings: {@code geojson.bad-feature}, {@code
 * geojson.bad-geometry} block, {@code geojson.bad-value}, {@code geojson.crs-unknown} warn, {@code geojson.z-dropped}, {@code
 * geojson.ring-closed} are notes.
 */
package org.anlan.format.geojson;
