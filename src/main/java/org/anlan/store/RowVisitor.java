package org.anlan.store;

/** Takes the rows of a read one by one. */
@FunctionalInterface
public interface RowVisitor {

    /** One row; it is valid only during this call. Returns false to stop reading. */
    boolean visit(Row row);
}
