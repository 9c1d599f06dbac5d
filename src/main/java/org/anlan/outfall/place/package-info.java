/** Where outfalls lie, and where they should not. */
package org.anlan.outfall.place;
