/**
 * Filters in OGC's Common Query Language, CQL2 (21-065r2), as text and as JSON: {@link org.anlan.filter.Cql} reads one, {@link org.anlan.filter.Filter}
 * says which rows pass. Everything of the standard is understood but arrays, since no layer has fields with several values.
 *
 * <p>Logic has three values, as in SQL: a comparison with what has no value is unknown, and only what is true passes. Texts are compared by code point.
 * A date is the first moment of its day, UTC, where it meets a timestamp. Shapes are compared in the plane of longitude and latitude. A length or an area
 * is geodesic, in metres.
 *
 * <p>What the store can find by an index (a rectangle, a survey year, ids) is handed to it; everything is looked at again here, so that every store
 * gives the same answer.
 */
package org.anlan.filter;
