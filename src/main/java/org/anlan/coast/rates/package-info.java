/** How change rates are computed: joined baselines, transects, meetings, regression. Knows lines and numbers, not layers. */
package org.anlan.coast.rates;
