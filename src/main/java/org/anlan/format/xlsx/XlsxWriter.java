package org.anlan.format.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureWriter;
import org.anlan.format.FindingList;
import org.anlan.format.OutFeature;
import org.anlan.format.OutFormat;
import org.anlan.format.OutLayer;
import org.anlan.format.table.OutTable;

/**
 * Writes a layer as a workbook of one sheet, laid out as {@link OutTable} says; the header is bold and stays in view. Numbers are numbers,
 * dates are dates; texts are never computed. The same features always give the same bytes.
 *
 * <p>Refusals: {@code xlsx-too-many-rows}, {@code xlsx-too-many-columns}.
 */
public final class XlsxWriter implements FeatureWriter {

    /** XLSX as a format to write. */
    public static final OutFormat FORMAT = new OutFormat(
            Xlsx.NAME,
            new Text("Excel 工作簿", "Excel workbook"),
            Xlsx.NAME,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            XlsxWriter::new);

    private final OutTable table;
    private final FindingList findings;
    private final SheetsWriter sheet;
    private int record;

    /** Begins a workbook; its texts are always UTF-8, whatever the charset asked for. */
    XlsxWriter(OutputStream stream, OutLayer layer, Charset charset) throws IOException {
        table = OutTable.of(layer);
        findings = new FindingList(layer.name());
        if (table.header().size() > CellRef.COLUMNS) {
            throw Refusal.unprocessable(
                    "xlsx-too-many-columns",
                    "Excel 工作表最多 %d 列，图层有 %d 列；请改用 CSV 或 GeoPackage",
                    "A sheet of Excel has at most %d columns, the layer %d; choose CSV or GeoPackage",
                    CellRef.COLUMNS,
                    table.header().size());
        }
        sheet = new SheetsWriter(stream, List.of(layer.name()));
        sheet.next();
        sheet.header(table.header().toArray());
    }

    @Override
    public void write(OutFeature feature) throws IOException {
        if (sheet.rows() == CellRef.ROWS) {
            throw Refusal.unprocessable(
                    "xlsx-too-many-rows",
                    "Excel 工作表最多 %d 行（含表头），图层的记录更多；请改用 CSV 或 GeoPackage，或分批导出",
                    "A sheet of Excel has at most %d rows with its header, and the layer has more records; choose CSV or GeoPackage, or export it in parts",
                    CellRef.ROWS);
        }
        record++;
        Object[] cells = table.cells(feature, record, findings);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof String text && text.length() > SheetXml.LONGEST) {
                cells[i] = shortened(text, i);
            }
        }
        sheet.row(cells);
    }

    /** A text is cut; a shape cut would be none, so it is left out. */
    private Object shortened(String text, int column) {
        String name = table.header().get(column);
        if (table.shapeColumns() == 1 && column == table.header().size() - 1) {
            findings.record(
                    "xlsx.shape-too-long",
                    Severity.WARNING,
                    record,
                    Text.of(
                            "第 %d 条记录的图形（WKT）超过 Excel 单元格的 %d 个字符，没有写出；需要图形请改用 GeoPackage 或 GeoJSON",
                            "The shape of record %d is longer than the %d characters of a cell and was left out; choose GeoPackage or GeoJSON for shapes",
                            record,
                            SheetXml.LONGEST));
            return null;
        }
        findings.record(
                "xlsx.text-clipped",
                Severity.WARNING,
                record,
                Text.of(
                        "第 %d 条记录的“%s”超过 Excel 单元格的 %d 个字符，已截短",
                        "“%2$s” of record %1$d is longer than the %3$d characters of a cell and was cut",
                        record,
                        name,
                        SheetXml.LONGEST));
        boolean splits = Character.isHighSurrogate(text.charAt(SheetXml.LONGEST - 1));
        return text.substring(0, SheetXml.LONGEST - (splits ? 1 : 0));
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
    }

    @Override
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
