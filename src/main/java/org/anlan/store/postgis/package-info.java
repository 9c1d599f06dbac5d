/** The store of offices with many users: PostgreSQL 13 or later with PostGIS 3, for any number of processes at once. */
package org.anlan.store.postgis;
