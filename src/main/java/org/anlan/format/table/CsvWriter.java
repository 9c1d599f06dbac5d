package org.anlan.format.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureWriter;
import org.anlan.format.FindingList;
import org.anlan.format.OutFeature;
import org.anlan.format.OutFormat;
import org.anlan.format.OutLayer;
import org.anlan.format.TextEncoding;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a layer as CSV (RFC 4180): a header with the names of the fields, the id first, the shape last ({@link OutTable}). Unicode begins
 * with a byte order mark, by which Excel knows it. Texts cannot be taken for formulas ({@link FormulaGuard}).
 *
 * <p>Findings: {@code csv.not-in-charset}, {@code table.number-not-finite}, {@code table.several-points} warn.
 */
public final class CsvWriter implements FeatureWriter {

    /** CSV as a format to write. */
    public static final OutFormat FORMAT = new OutFormat(
            Csv.NAME,
            new Text("CSV 表格", "CSV table"),
            Csv.NAME,
            "text/csv",
            List.of(StandardCharsets.UTF_8, TextEncoding.GB18030, Charset.forName("GBK")),
            OutFormat.Coordinates.ANY,
            CsvWriter::new);

    private static final double PLAIN_LEAST = 1e-6;
    private static final double PLAIN_MOST = 1e15;

    private final OutTable table;
    private final FindingList findings;
    private final CharsetEncoder encoder;
    private final boolean unicode;
    private final CSVPrinter csv;
    private int record;

    CsvWriter(OutputStream out, OutLayer layer, Charset charset) throws IOException {
        table = OutTable.of(layer);
        findings = new FindingList(layer.name());
        encoder = charset.newEncoder();
        unicode = charset.name().startsWith("UTF-");
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, charset));
        // the encoder of "UTF-16" writes the mark by itself
        if (unicode && !charset.equals(StandardCharsets.UTF_16)) {
            writer.write('\uFEFF');
        }
        csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        row(table.header().toArray());
    }

    @Override
    public void write(OutFeature feature) throws IOException {
        record++;
        row(table.cells(feature, record, findings));
    }

    private void row(Object[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            csv.print(cells[i] == null ? "" : text(cells[i], i));
        }
        csv.println();
    }

    private String text(Object value, int column) {
        if (value instanceof Double d) {
            double size = Math.abs(d);
            boolean plain = size == 0 || (size >= PLAIN_LEAST && size < PLAIN_MOST);
            return plain ? new BigDecimal(d.toString()).toPlainString() : d.toString();
        }
        if (value instanceof String text) {
            if (!unicode && !encoder.canEncode(text)) {
                findings.tally(
                        "csv.not-in-charset",
                        table.header().get(column),
                        Severity.WARNING,
                        Math.max(1, record),
                        Text.of(
                                "“%1$s”中有 %2$s 编码没有的字，写成了问号；请改用 UTF-8",
                                "“%1$s” has characters that %2$s lacks; they became question marks, use UTF-8",
                                table.header().get(column),
                                encoder.charset().name()));
            }
            return FormulaGuard.guard(text);
        }
        return value.toString();
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }

    @Override
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() {
        // nothing is held; the stream belongs to the caller
    }
}
