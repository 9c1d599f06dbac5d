/** Protected areas, red lines and control units: what a project meets and what rules say of it, how much they cover, how far the plan's indicators have come. */
package org.anlan.zoning;
