/** Floor 3: a layer as a file to take away, as of any revision, in any of the formats that are written. */
package org.anlan.export;
