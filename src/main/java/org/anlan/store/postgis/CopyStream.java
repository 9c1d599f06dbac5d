package org.anlan.store.postgis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table in the binary form of COPY (PostgreSQL manual, COPY, "Binary Format"). */
final class CopyStream implements AutoCloseable {

    private static final byte[] START = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int FLUSH = 1 << 16;
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    /** The flag within a well-known-binary type that an SRID follows (PostGIS' extended form). */
    private static final int HAS_SRID = 0x2000_0000;

    private final CopyIn copy;
    private final int srid;
    private ByteBuffer buffer = ByteBuffer.allocate(2 * FLUSH);

    /** Starts a COPY. */
    CopyStream(Connection connection, String sql, int srid) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        this.srid = srid;
        buffer.put(START);
    }

    /** Begins a row of so many columns. */
    void row(int columns) throws SQLException {
        if (buffer.position() > FLUSH) {
            flush();
        }
        room(2).putShort((short) columns);
    }

    void none() {
        room(4).putInt(-1);
    }

    void number(long value) {
        room(12).putInt(8).putLong(value);
    }

    void number(double value) {
        room(12).putInt(8).putDouble(value);
    }

    void bytes(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A shape from its well-known binary, little-endian: the SRID is put behind its type. */
    void shape(ByteBuffer wkb) {
        int type = wkb.order(ByteOrder.LITTLE_ENDIAN).getInt(1);
        room(4 + 9 + wkb.remaining() - 5).putInt(9 + wkb.remaining() - 5);
        buffer.put((byte) 1).putInt(Integer.reverseBytes(type | HAS_SRID)).putInt(Integer.reverseBytes(srid));
        buffer.put(wkb.slice(5, wkb.remaining() - 5));
    }

    /** A value of a catalogue field. */
    void value(Object value) {
        if (value == null) {
            none();
        } else if (value instanceof Long l) {
            number(l);
        } else if (value instanceof Double d) {
            number(d);
        } else if (value instanceof Boolean b) {
            room(5).putInt(1).put((byte) (b ? 1 : 0));
        } else if (value instanceof byte[] b) {
            bytes(b);
        } else if (value instanceof Instant at) {
            number(ChronoUnit.MICROS.between(EPOCH.atStartOfDay(ZoneOffset.UTC).toInstant(), at));
        } else if (value instanceof LocalDate d) {
            room(8).putInt(4).putInt((int) ChronoUnit.DAYS.between(EPOCH, d));
        } else {
            text(value.toString());
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** Ends the COPY; the rows are in the table now. */
    void finish() throws SQLException {
        room(2).putShort((short) -1);
        flush();
        copy.endCopy();
    }

    /** Breaks the COPY off unless it was finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
