/**
 * Our own data files (catalogue, rules) read as JSON: bounded, and with every complaint naming file, place and reason. Untrusted
 * JSON is narrowed value by value; nothing is bound by reflection.
 */
package org.anlan.base.json;
