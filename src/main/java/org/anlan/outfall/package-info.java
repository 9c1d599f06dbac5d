/** The ledger of outfalls, one archive each (一口一档): their steps from survey to write-off, sources, plans, readings, and figures of them. */
package org.anlan.outfall;
