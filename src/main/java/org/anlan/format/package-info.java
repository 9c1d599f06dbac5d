/**
 * Floor 2: files. One package per format, each a reader and, where it serves, a writer. A reader yields one feature at a time and
 * never holds a whole file; what is wrong with a record becomes a {@link org.anlan.base.Finding}, what is wrong with the file as
 * a whole a {@link org.anlan.base.Refusal}.
 */
package org.anlan.format;
