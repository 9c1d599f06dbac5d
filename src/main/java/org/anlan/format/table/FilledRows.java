package org.anlan.format.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The rows of a table that are not blank, of which the first may be looked at before they are read. */
final class FilledRows implements Closeable {

    private final RowReader rows;
    private final Deque<TableRow> ahead = new ArrayDeque<>();

    FilledRows(RowReader rows) {
        this.rows = rows;
    }

    Optional<TableRow> next() throws IOException {
        return ahead.isEmpty() ? read() : Optional.of(ahead.removeFirst());
    }

    private Optional<TableRow> read() throws IOException {
        Optional<TableRow> row = rows.next();
        while (row.isPresent() && row.get().isBlank()) {
            row = rows.next();
        }
        return row;
    }

    /** The first rows, which are read again afterwards; fewer where they are very long. */
    List<TableRow> head(int most, long mostCharacters) throws IOException {
        long characters = 0;
        List<TableRow> head = new ArrayList<>();
        while (head.size() < most && characters < mostCharacters) {
            Optional<TableRow> row = read();
            if (row.isEmpty()) {
                break;
            }
            head.add(row.get());
            for (int i = 0; i < row.get().cells().length; i++) {
                characters += 8 + row.get().text(i).length();
            }
        }
        ahead.addAll(head);
        return head;
    }

    void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
