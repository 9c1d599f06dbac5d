package org.anlan.store;

/** Reads features. A read names a revision and streams; memory does not grow with the answer. */
public interface FeatureStore {

    /**
     * Gives the features that the query names to the visitor, in the query's order, and stops when the visitor has enough.
     *
     * @return true when the layer has more features behind the last one given (the query's limit was reached)
     */
    boolean read(FeatureQuery query, RowVisitor visitor);
}
