/** Backups: an embedded store in one file, of whichever store. */
package org.anlan.store.backup;
