/**
 * Floor 2: what the service keeps. The root holds the ports that everything above speaks to; {@code sqlite} is the embedded store, a
 * GeoPackage file. Features are never overwritten: a commit closes rows and adds rows, and every read may name a revision.
 */
package org.anlan.store;
