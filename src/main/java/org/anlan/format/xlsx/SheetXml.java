package org.anlan.format.xlsx;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.OptionalLong;

/** Writes the cells of a worksheet. Texts stand in their cells as texts, which no spreadsheet computes, whatever they begin with. */
final class SheetXml {

    /** Characters that a cell of Excel holds. */
    static final int LONGEST = 32_767;

    /** Positions in the cell formats of {@link WorkbookXml}. */
    private static final int BOLD = 1;

    private static final int DATE = 2;
    /** Excel keeps fifteen digits of a number. */
    private static final long EXACT = 1_000_000_000_000_000L;

    private final Writer out;
    private int row;

    SheetXml(Writer out) throws IOException {
        this.out = out;
        out.write(WorkbookXml.HEAD
                + "<worksheet xmlns=\"" + WorkbookXml.MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<sheetFormatPr defaultColWidth=\"14\" defaultRowHeight=\"15\"/><sheetData>");
    }

    int rows() {
        return row;
    }

    void header(Object[] names) throws IOException {
        row(names, BOLD);
    }

    void row(Object[] cells) throws IOException {
        row(cells, 0);
    }

    private void row(Object[] cells, int style) throws IOException {
        row++;
        out.write("<row r=\"" + row + "\">");
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null && !cells[i].equals("")) {
                cell(CellRef.letters(i) + row, cells[i], style);
            }
        }
        out.write("</row>");
    }

    private void cell(String name, Object value, int style) throws IOException {
        if (value instanceof Double || (value instanceof Long whole && Math.abs(whole) < EXACT)) {
            out.write("<c r=\"" + name + "\"><v>" + value + "</v></c>");
        } else if (value instanceof Boolean truth) {
            out.write("<c r=\"" + name + "\" t=\"b\"><v>" + (truth ? 1 : 0) + "</v></c>");
        } else {
            OptionalLong day = value instanceof LocalDate date ? ExcelDate.serial(date) : OptionalLong.empty();
            if (day.isPresent()) {
                out.write("<c r=\"" + name + "\" s=\"" + DATE + "\"><v>" + day.getAsLong() + "</v></c>");
            } else {
                text(name, value.toString(), style);
            }
        }
    }

    private void text(String name, String text, int style) throws IOException {
        out.write("<c r=\"" + name + "\" t=\"inlineStr\"" + (style == 0 ? "" : " s=\"" + style + "\"")
                + "><is><t xml:space=\"preserve\">");
        out.write(WorkbookXml.escape(EscapedText.encode(text)));
        out.write("</t></is></c>");
    }

    void end() throws IOException {
        out.write("</sheetData></worksheet>");
    }
}
