/** Floor 3: bays, rivers and towns as units of responsibility (湾长制, 河长制, 一河一策) and their figures from one question ({@link org.anlan.units.Units}). */
package org.anlan.units;
