package org.anlan.format.shapefile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.anlan.format.SourceField;

/** Values of a table as bytes, while they wait for the widths of their fields to be known. */
final class WaitingValue {

    private WaitingValue() {}

    static void write(DataOutputStream out, SourceField.Type type, Object value) throws IOException {
        out.writeBoolean(value != null);
        if (value == null) {
            return;
        }
        switch (type) {
            case TEXT -> {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            case INTEGER -> out.writeLong(((Number) value).longValue());
            case NUMBER -> out.writeDouble(((Number) value).doubleValue());
            case DATE -> out.writeLong(((LocalDate) value).toEpochDay());
            case BOOLEAN -> out.writeBoolean((Boolean) value);
        }
    }

    static Object read(DataInputStream in, SourceField.Type type) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        return switch (type) {
            case TEXT -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case INTEGER -> in.readLong();
            case NUMBER -> in.readDouble();
            case DATE -> LocalDate.ofEpochDay(in.readLong());
            case BOOLEAN -> in.readBoolean();
        };
    }
}
