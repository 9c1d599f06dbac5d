package org.anlan.store.sql;

import java.sql.SQLException;
import java.util.List;
import org.anlan.store.NewFeature;

/** Writes batches of rows of one layer and revision, one batch after another. */
public interface RowWriter extends AutoCloseable {

    /**
     * A row to be added.
     *
     * @param fid its key
     * @param feature its content
     * @param blob its shape as a GeoPackage blob; empty when it has none
     * @param hash hash of its content
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Added(long fid, NewFeature feature, byte[] blob, byte[] hash) {}

    /** Closes the rows with these keys, then adds these, so that no two current rows ever have the same id. */
    void write(List<Long> closed, List<Added> added) throws SQLException;

    /** Called once, behind the last batch. */
    void finish() throws SQLException;

    @Override
    void close() throws SQLException;
}
