package org.anlan.format.shapefile;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Decides whether a .shx can be believed. It can when every entry points at a record header of the same length and no record is
 * left out; or when it runs through the declared length without a gap while the .shp's own record headers are damaged.
 */
final class IndexCheck {

    private final FileWindow shp;
    private final long declaredBytes;

    IndexCheck(FileWindow shp, ShpHeader header) {
        this.shp = shp;
        this.declaredBytes = header.declaredBytes();
    }

    boolean believes(Path shx) throws IOException {
        try (FileWindow index = new FileWindow(shx)) {
            if (ShpHeader.read(index).isEmpty() || (index.size() - ShpHeader.BYTES) % IndexedWalk.ENTRY != 0) {
                return false;
            }
        }
        try (IndexedWalk walk = new IndexedWalk(shx)) {
            return believes(walk);
        }
    }

    private boolean believes(IndexedWalk walk) throws IOException {
        long reach = Math.max(declaredBytes, shp.size());
        boolean agrees = true;
        boolean gapless = true;
        long expected = ShpHeader.BYTES;
        while (walk.next()) {
            long header = walk.offset() - SequentialWalk.RECORD_HEADER;
            if (walk.length() < Integer.BYTES || header < ShpHeader.BYTES || walk.offset() + walk.length() > reach) {
                return false;
            }
            gapless &= header == expected;
            expected = walk.offset() + walk.length();
            agrees &= !shp.holds(header, SequentialWalk.RECORD_HEADER)
                    || 2L * shp.bigEndianInt(header + 4) == walk.length();
        }
        boolean complete = !gapless || expected >= Math.min(declaredBytes, shp.size());
        return complete && (agrees || (gapless && expected == declaredBytes && !soundByItself()));
    }

    private boolean soundByItself() throws IOException {
        SequentialWalk walk = new SequentialWalk(shp);
        while (walk.next()) {
            if (walk.length() < Integer.BYTES || !shp.holds(walk.offset(), walk.length())) {
                return false;
            }
        }
        return true;
    }
}
