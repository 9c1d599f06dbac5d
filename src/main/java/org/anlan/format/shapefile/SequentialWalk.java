package org.anlan.format.shapefile;

import java.io.IOException;

/** Walks a .shp by its own record headers (ESRI Shapefile Technical Description, July 1998, p. 5), when there is no good .shx. */
final class SequentialWalk implements RecordWalk {

    static final int RECORD_HEADER = 8;

    private final FileWindow shp;
    private long offset = ShpHeader.BYTES - RECORD_HEADER;
    private long length;
    private int record;
    private boolean broken;

    /** Walks to the end of the file, whatever length its header tells; the file is not closed here. */
    SequentialWalk(FileWindow shp) {
        this.shp = shp;
    }

    @Override
    public boolean next() throws IOException {
        long header = offset + (record == 0 ? RECORD_HEADER : length);
        if (broken || header >= shp.size()) {
            return false;
        }
        record++;
        offset = header + RECORD_HEADER;
        length = shp.holds(header, RECORD_HEADER) ? 2L * shp.bigEndianInt(header + 4) : -1;
        broken = length < Integer.BYTES || !shp.holds(offset, length);
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
}
