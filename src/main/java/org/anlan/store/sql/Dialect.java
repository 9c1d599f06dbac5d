package org.anlan.store.sql;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.anlan.base.Text;
import org.anlan.catalog.FieldType;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;

/** What databases say differently. All other SQL of the stores is the same and stands once, in this package. */
public interface Dialect {

    /** The expression that reads the shape of a row. */
    String shape();

    /** The well-known binary within a shape as it was read. */
    ByteBuffer wkb(byte[] shape);

    /** Sets a value of a catalogue field, {@code null} included. */
    void set(PreparedStatement statement, int at, Object value) throws SQLException;

    /** The value of a catalogue field; {@code null} when the row has none. */
    Object get(ResultSet row, int at, FieldType type) throws SQLException;

    /** A moment as a value to be set. */
    Object moment(Instant at);

    /** The moment in a column; {@code null} when it has none. */
    Instant moment(ResultSet row, String column) throws SQLException;

    /** The condition that a row's bounding box meets a rectangle, by the spatial index. */
    String meets(LayerTable table);

    /** Sets the rectangle of {@link #meets} and gives the next place. */
    int setExtent(PreparedStatement statement, int at, Extent extent) throws SQLException;

    /** Whether a row that {@link #meets} lets through meets the rectangle indeed: an index may round outward. */
    boolean meets(byte[] shape, Extent extent);

    /** Prepares a statement whose answer is read row by row, in memory that does not grow with it; {@code sql} has no limit of its own. */
    PreparedStatement streaming(Connection connection, String sql, FeatureQuery query) throws SQLException;

    /** Where the current features of a layer lie, rounded outward to 32-bit numbers; empty when none has a shape. */
    Optional<Extent> extent(Connection connection, LayerTable table) throws SQLException;

    /** What writes the rows of a revision. */
    RowWriter rows(Connection connection, LayerTable table, long revision) throws SQLException;

    /** Called for each row that was copied within a layer's table. */
    RowCopied copied(Connection connection, LayerTable table) throws SQLException;

    /** Called at the end of a layer's change, within its transaction. */
    void changed(Connection connection, LayerTable table, Instant at, Optional<Extent> extent) throws SQLException;

    /** From now to the end of the transaction nobody else writes to this table; who reads it is not held up. */
    void alone(Connection connection, String table) throws SQLException;

    /** From now on a new connection sees one state, until it is closed; it only reads. */
    void holdState(Connection connection) throws SQLException;

    /** Takes rows of a table as they were kept elsewhere, and indexes them. */
    RowSink sink(Connection connection, KeptTable table) throws SQLException;

    /** Looks at what finds rows, and at what the database itself can say of its files: tells what is wrong (where, what). */
    void lookAtIndexes(Connection connection, List<LayerTable> tables, BiConsumer<String, Text> found)
            throws SQLException;

    /** Hears of rows that were copied. */
    interface RowCopied extends AutoCloseable {
        /** The row {@code fid} is a copy of the row {@code of}. */
        void row(long fid, long of) throws SQLException;

        @Override
        void close() throws SQLException;
    }
}
