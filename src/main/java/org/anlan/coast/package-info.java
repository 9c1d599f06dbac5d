/** Floor 3: the coast: natural-coast retention, counting rules, the split of the coast by region. */
package org.anlan.coast;
