package org.anlan.format.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.format.table.RowReader;
import org.anlan.format.table.TableRow;

/** The rows of a worksheet, one after another. What the sheet says about its extent is not asked for. */
final class SheetRows implements RowReader {

    private static final int FEW = 32;

    private final String table;
    private final XmlTokens xml;
    private final CellValues values;
    private Object[] cells = new Object[FEW];
    private int width;
    private int column;
    private int characters;
    private long line;
    private boolean done;

    SheetRows(Path part, String table, CellValues values) throws IOException {
        this.table = table;
        this.values = values;
        try {
            this.xml = new XmlTokens(part, table);
        } catch (IOException | RuntimeException failed) {
            values.close();
            throw failed;
        }
    }

    @Override
    public Optional<TableRow> next() throws IOException {
        while (!done && xml.next()) {
            if (xml.starts("row")) {
                begin();
            } else if (xml.starts("c")) {
                cell();
            } else if (xml.ends("row") && width > 0) {
                return Optional.of(new TableRow(line, Arrays.copyOf(cells, width)));
            } else if (xml.ends("sheetData")) {
                done = true;
            }
        }
        return Optional.empty();
    }

    private void begin() {
        line = Math.max(line + 1, CellRef.number(xml.attribute("r")));
        if (line > CellRef.ROWS) {
            throw Refusal.unprocessable(
                    "xlsx-broken",
                    "工作簿“%s”的一个工作表超过 %d 行，不是 Excel 能写出的内容，没有读取",
                    "A sheet of the workbook “%s” has more than %d rows, which Excel cannot write; it was not read",
                    table,
                    CellRef.ROWS);
        }
        Arrays.fill(cells, 0, width, null);
        width = 0;
        column = -1;
        characters = 0;
    }

    private void cell() throws IOException {
        int named = CellRef.column(xml.attribute("r"));
        column = named >= 0 ? named : column + 1;
        Object value = values.value(
                raw(xml.attribute("t"), (int) Math.min(Integer.MAX_VALUE, CellRef.number(xml.attribute("s")))));
        if (value == null || column >= CellRef.COLUMNS) {
            return;
        }
        characters += value instanceof String text ? text.length() : 0;
        if (characters > SharedStrings.LONGEST) {
            throw XmlTokens.broken(table);
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.min(CellRef.COLUMNS, 2 * column));
        }
        cells[column] = value;
        width = Math.max(width, column + 1);
    }

    /** Reads to the end of the cell. */
    private RawCell raw(String type, int style) {
        boolean formula = false;
        StringBuilder value = new StringBuilder();
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("f")) {
                formula = true;
                xml.skip();
            } else if (xml.starts("v")) {
                xml.text(value, SharedStrings.LONGEST);
            } else if (xml.starts("is")) {
                value.append(SharedStrings.item(xml));
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        return new RawCell(type, style, formula, value.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } finally {
            values.close();
        }
    }
}
