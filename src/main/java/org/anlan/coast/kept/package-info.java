/** Figures kept as documents, and in what two of them differ. */
package org.anlan.coast.kept;
