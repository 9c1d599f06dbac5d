package org.anlan.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Language;
import org.anlan.base.Text;
import org.anlan.format.xlsx.SheetsWriter;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.Heading;
import org.anlan.report.MapPicture;
import org.anlan.report.Photos;
import org.anlan.report.Table;
import org.anlan.report.Words;

/** A document as a workbook: a first sheet with all that is no table, then a sheet per table. Numbers are not rounded. */
public final class DocumentWorkbook {

    private static final Text OVERVIEW = new Text("概要", "Overview");

    private final Language language;

    private DocumentWorkbook(Language language) {
        this.language = language;
    }

    /** Writes it; the stream stays open. */
    public static void write(Document document, Language language, OutputStream out) throws IOException {
        List<Text> names = new ArrayList<>(List.of(OVERVIEW));
        document.tables().forEach(table -> names.add(table.title()));
        DocumentWorkbook workbook = new DocumentWorkbook(language);
        try (SheetsWriter sheets =
                new SheetsWriter(out, names.stream().map(language::of).toList())) {
            workbook.overview(sheets, document);
            for (Table table : document.tables()) {
                workbook.table(sheets, table);
            }
            sheets.finish();
        }
    }

    private void overview(SheetsWriter sheets, Document document) throws IOException {
        sheets.next();
        sheets.header(language.of(document.title()));
        sheets.row(language.of(document.about()));
        for (Block block : document.blocks()) {
            block(sheets, block);
        }
        facts(sheets, document.basis());
    }

    private void block(SheetsWriter sheets, Block block) throws IOException {
        if (block instanceof Heading heading) {
            sheets.row(language.of(heading.text()));
        } else if (block instanceof Words words) {
            sheets.row(language.of(words.text()));
        } else if (block instanceof Facts facts) {
            facts(sheets, facts);
        } else if (!(block instanceof Table)
                && !(block instanceof MapPicture)
                && !(block instanceof Photos)) { // tables have their sheets, pictures none
            throw new IllegalStateException("a workbook does not know " + block.getClass());
        }
    }

    private void facts(SheetsWriter sheets, Facts facts) throws IOException {
        for (Facts.Fact fact : facts.facts()) {
            sheets.row(language.of(new Table.Column(fact.name(), fact.unit()).heading()), value(fact.value()));
        }
    }

    private void table(SheetsWriter sheets, Table table) throws IOException {
        sheets.next();
        sheets.header(table.columns().stream()
                .map(column -> (Object) language.of(column.heading()))
                .toArray());
        for (Table.Row row : table.rows()) {
            Object[] cells = new Object[row.values().size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = value(row.values().get(i));
            }
            sheets.row(cells);
        }
    }

    private Object value(Object value) {
        if (value instanceof Text text) {
            return language.of(text);
        }
        return value instanceof Integer whole ? Long.valueOf(whole) : value;
    }
}
