/**
 * Zip archives as they are handed in: our own bounds-checked reading of the directory, names in UTF-8 or GBK, limits counted on the
 * bytes that really come out, files put into a private folder under names of our own.
 */
package org.anlan.format.archive;
