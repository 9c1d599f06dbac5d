/** How indicators are computed from layers and judged against their targets. */
package org.anlan.zoning.indicators;
