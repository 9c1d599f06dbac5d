/** How zoning rules are read from their files. */
package org.anlan.zoning.rules;
