/** Protected areas, red lines and control units: what a project meets, and what rules say of it. */
package org.anlan.zoning;
