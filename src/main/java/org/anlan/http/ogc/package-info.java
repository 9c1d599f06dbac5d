/**
 * The standards' side of the service, under {@code /ogc}: OGC API Features (Part 1 Core 17-069r4, Part 2 CRS 18-058r1, Part 3 Filtering 19-079r2 with
 * CQL2 21-065r2, Part 5 Schemas 23-058r1) and OGC API Tiles 20-057. Each class says which requirement classes it fulfils; {@code docs/conformance.md}
 * lists them with their tests.
 *
 * <p>Every address takes {@code f} (the form) and refuses parameters that it does not know. Collections are the layers of the catalogue, and every address
 * below one takes {@code revision} (a number) or {@code as-of} (a moment): the state that is read. An answer names that state, and the addresses it
 * links to keep it.
 */
package org.anlan.http.ogc;
