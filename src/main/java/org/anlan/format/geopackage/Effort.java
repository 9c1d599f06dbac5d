package org.anlan.format.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/**
 * Bounds what reading a table may cost. Every row takes at least a byte of the file, and every byte of a value lies in it but for
 * repeated defaults and looked-up words; a damaged or hostile file whose pages stand for each other soon gives more. The time that
 * SQLite may spend is bounded besides, for views that search long and find nothing.
 */
final class Effort extends ProgressHandler {

    private static final int STEPS_BETWEEN = 1_000;
    private static final long REPEATED = 16;
    private static final long SMALL = 1 << 20;

    private final long mostRows;
    private long bytesLeft;
    private long nanosLeft;
    private long began;

    /**
     * @param fileBytes length of the file
     * @param most what SQLite may take in all, waiting for the reader of the rows not counted
     */
    Effort(long fileBytes, Duration most) {
        this.mostRows = fileBytes;
        this.bytesLeft = REPEATED * fileBytes + SMALL;
        this.nanosLeft = most.toNanos();
    }

    /** Watches the statements of this connection: they are interrupted when the time is spent. */
    void watch(Connection connection) throws SQLException {
        setHandler(connection, STEPS_BETWEEN, this);
        begin();
    }

    /** SQLite begins to work. */
    void begin() {
        began = System.nanoTime();
    }

    /** SQLite has given a row. */
    void pause() {
        nanosLeft -= System.nanoTime() - began;
    }

    /** Takes note of a value that was given. */
    void took(long bytes) {
        bytesLeft -= bytes;
    }

    /** Whether there was more than an honest file can hold. */
    boolean spent(int rows) {
        return rows > mostRows || bytesLeft < 0 || nanosLeft < 0;
    }

    @Override
    protected int progress() {
        return System.nanoTime() - began > nanosLeft ? 1 : 0;
    }
}
