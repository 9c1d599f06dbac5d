/** Looks whether a store is whole: its files, its revisions, its indexes, its shapes and what was measured of them. */
package org.anlan.store.verify;
