/** Zones: how much they cover, how far the plan's indicators have come. */
package org.anlan.zoning;
