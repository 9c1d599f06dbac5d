package org.anlan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.anlan.base.Refusal;
import org.locationtech.jts.geom.Envelope;

/** Writes the .shp and its .shx side by side; the headers come last, when lengths and extent are known. */
final class ShpFiles implements Closeable {

    private static final int VERSION = 1000;
    /** GDAL and ESRI software read up to 2 GB. */
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    private final ShapeKind kind;
    private final OpenFiles files = new OpenFiles();
    private final OutputWindow shp;
    private final OutputWindow shx;
    private final Envelope extent = new Envelope();
    private final ByteBuffer header = ByteBuffer.allocate(8);

    ShpFiles(Path shp, Path shx, ShapeKind kind) throws IOException {
        this.kind = kind;
        this.shp = files.keep(new OutputWindow(shp));
        this.shx = files.keep(new OutputWindow(shx));
        this.shp.write(ByteBuffer.allocate(ShpHeader.BYTES));
        this.shx.write(ByteBuffer.allocate(ShpHeader.BYTES));
    }

    void write(int record, ByteBuffer content, Envelope box) throws IOException {
        int length = content.remaining();
        if (shp.length() + SequentialWalk.RECORD_HEADER + length > MOST_BYTES) {
            throw Refusal.unprocessable(
                    "shapefile-too-large",
                    "导出内容超过 shapefile 的 2 GB 上限；请缩小范围或改用其他格式",
                    "The export exceeds the 2 GB a shapefile can hold; narrow it down or export another format");
        }
        pair(shx, (int) (shp.length() / 2), length / 2);
        pair(shp, record, length / 2);
        shp.write(content);
        extent.expandToInclude(box);
    }

    private void pair(OutputWindow file, int first, int second) throws IOException {
        file.write(header.clear().putInt(first).putInt(second).flip());
    }

    private void writeHeader(OutputWindow file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(ShpHeader.BYTES);
        bytes.putInt(0, ShpHeader.MAGIC).putInt(24, (int) (file.length() / 2));
        bytes.order(ByteOrder.LITTLE_ENDIAN)
                .putInt(28, VERSION)
                .putInt(32, kind.type().code());
        if (!extent.isNull()) {
            bytes.putDouble(36, extent.getMinX()).putDouble(44, extent.getMinY());
            bytes.putDouble(52, extent.getMaxX()).putDouble(60, extent.getMaxY());
        }
        file.rewrite(0, bytes);
    }

    @Override
    public void close() throws IOException {
        try (files) {
            writeHeader(shp);
            writeHeader(shx);
        }
    }

    /** A file written through a buffer, whose beginning can be written again. */
    static final class OutputWindow implements Closeable {
        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        private long flushed;

        OutputWindow(Path file) throws IOException {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        }

        long length() {
            return flushed + buffer.position();
        }

        void write(ByteBuffer bytes) throws IOException {
            if (bytes.remaining() > buffer.remaining()) {
                flush();
            }
            if (bytes.remaining() > buffer.capacity()) {
                put(bytes);
            } else {
                buffer.put(bytes);
            }
        }

        void rewrite(long position, ByteBuffer bytes) throws IOException {
            flush();
            long at = position;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }

        private void flush() throws IOException {
            put(buffer.flip());
            buffer.clear();
        }

        private void put(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                flushed += channel.write(bytes, flushed);
            }
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                flush();
            }
        }
    }
}
