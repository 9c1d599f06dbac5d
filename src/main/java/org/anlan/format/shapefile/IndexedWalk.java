package org.anlan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Walks a .shp by its index (ESRI Shapefile Technical Description, July 1998, p. 23). */
final class IndexedWalk implements RecordWalk, Closeable {

    static final int ENTRY = 8;

    private final FileWindow shx;
    private final int count;
    private int record;
    private long offset;
    private long length;

    IndexedWalk(Path shx) throws IOException {
        this.shx = new FileWindow(shx);
        this.count = (int) Math.max(0, (this.shx.size() - ShpHeader.BYTES) / ENTRY);
    }

    int count() {
        return count;
    }

    @Override
    public boolean next() throws IOException {
        if (record >= count) {
            return false;
        }
        long entry = ShpHeader.BYTES + (long) ENTRY * record;
        offset = 2L * Integer.toUnsignedLong(shx.bigEndianInt(entry)) + SequentialWalk.RECORD_HEADER;
        length = 2L * shx.bigEndianInt(entry + 4);
        record++;
        return true;
    }

    @Override
    public int record() {
        return record;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        shx.close();
    }
}
