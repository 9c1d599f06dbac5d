package org.anlan.format.shapefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shapefiles put together byte by byte, as broken or odd as a test wants them. */
final class Bytes {

    private Bytes() {}

    /** A .shp of these record contents; no .shx. */
    static void shp(Path file, int type, List<byte[]> contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = 100 + contents.stream().mapToInt(c -> 8 + c.length).sum();
        out.write(ByteBuffer.allocate(100)
                .putInt(0, 9994)
                .putInt(24, length / 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(28, 1000)
                .putInt(32, type)
                .array());
        for (int i = 0; i < contents.size(); i++) {
            out.write(ByteBuffer.allocate(8)
                    .putInt(i + 1)
                    .putInt(contents.get(i).length / 2)
                    .array());
            out.write(contents.get(i));
        }
        Files.write(file, out.toByteArray());
    }

    /** Content of a line or polygon record: parts of x, y, x, y… */
    static byte[] parts(int type, double[]... parts) {
        int points = 0;
        for (double[] part : parts) {
            points += part.length / 2;
        }
        ByteBuffer content =
                ByteBuffer.allocate(44 + 4 * parts.length + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        content.putInt(type).position(36).putInt(parts.length).putInt(points);
        int begin = 0;
        for (double[] part : parts) {
            content.putInt(begin);
            begin += part.length / 2;
        }
        for (double[] part : parts) {
            for (double ordinate : part) {
                content.putDouble(ordinate);
            }
        }
        return content.array();
    }

    /** Content of a point record with as many ordinates as given. */
    static byte[] point(int type, double... ordinates) {
        ByteBuffer content = ByteBuffer.allocate(4 + 8 * ordinates.length).order(ByteOrder.LITTLE_ENDIAN);
        content.putInt(type);
        for (double ordinate : ordinates) {
            content.putDouble(ordinate);
        }
        return content.array();
    }

    /** A square ring around a middle, clockwise as shells run or the other way. */
    static double[] square(double x, double y, double half, boolean clockwise) {
        double[] ring = {
            x - half, y - half, x - half, y + half, x + half, y + half, x + half, y - half, x - half, y - half
        };
        return clockwise ? ring : turned(ring);
    }

    static double[] turned(double[] ring) {
        double[] turned = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            turned[ring.length - 2 - i] = ring[i];
            turned[ring.length - 1 - i] = ring[i + 1];
        }
        return turned;
    }

    /** A field of a .dbf: name bytes, type letter, width, decimals. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Column(byte[] name, char letter, int width, int decimals) {
        Column(String name, char letter, int width, int decimals) {
            this(name.getBytes(StandardCharsets.UTF_8), letter, width, decimals);
        }
    }

    /** A .dbf of these rows; each row is its cells' bytes, padded with blanks; a row of null is marked deleted. */
    static void dbf(Path file, int language, List<Column> columns, List<byte[][]> rows) throws IOException {
        int width = 1 + columns.stream().mapToInt(Column::width).sum();
        int header = 33 + 32 * columns.size();
        ByteBuffer out = ByteBuffer.allocate(header + width * rows.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
        out.put(0, (byte) 3).putInt(4, rows.size()).putShort(8, (short) header).putShort(10, (short) width);
        out.put(29, (byte) language);
        int at = 32;
        for (Column column : columns) {
            out.put(at, column.name()).put(at + 11, (byte) column.letter());
            out.put(at + 16, (byte) column.width()).put(at + 17, (byte) column.decimals());
            at += 32;
        }
        out.put(at, (byte) 0x0D).position(header);
        for (byte[][] row : rows) {
            out.put((byte) (row.length == 0 ? '*' : ' '));
            for (int i = 0; i < columns.size(); i++) {
                byte[] cell = row.length == 0 ? new byte[0] : row[i];
                out.put(cell);
                for (int pad = cell.length; pad < columns.get(i).width(); pad++) {
                    out.put((byte) ' ');
                }
            }
        }
        out.put((byte) 0x1A);
        Files.write(file, out.array());
    }

    /** A row of texts in one encoding. */
    static byte[][] row(Charset charset, String... cells) {
        List<byte[]> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(cell.getBytes(charset));
        }
        return row.toArray(new byte[0][]);
    }
}
