package org.anlan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.anlan.base.Language;
import org.anlan.base.Text;
import org.junit.jupiter.api.Test;

class DocumentWorkbookTest {

    private static Table table(String name) {
        return new Table(
                Text.same(name),
                List.of(new Table.Column(new Text("长度", "Length"), Unit.METRES)),
                List.of(Table.Row.of(1234.56789), Table.Row.of("=1+1")));
    }

    private static Map<String, String> parts() throws IOException {
        Document document = new Document(
                new Text("标题", "Title"),
                Text.same("2020"),
                List.of(table("a/b"), Words.warning(new Text("当心", "Mind this")), table("A/B")),
                Facts.none().and(new Text("修订", "Revision"), 7L));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormat.XLSX.write(document, Language.EN, out);
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void everyTableIsASheetAndTheFirstSheetHasTheRest() throws IOException {
        Map<String, String> parts = parts();
        assertThat(parts.get("xl/workbook.xml")).contains("name=\"Overview\"", "name=\"a_b\"", "name=\"A_B 2\"");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("Title", "2020", "Mind this", "Revision", "<v>7</v>");
        assertThat(parts.get("xl/worksheets/sheet2.xml")).isEqualTo(parts.get("xl/worksheets/sheet3.xml"));
        assertThat(parts.get("[Content_Types].xml")).contains("sheet3.xml");
        assertThat(parts.get("xl/_rels/workbook.xml.rels")).contains("sheet3.xml", "styles.xml");
    }

    @Test
    void numbersKeepAllTheirDigitsAndTextsAreNotComputed() throws IOException {
        assertThat(parts().get("xl/worksheets/sheet2.xml"))
                .contains("Length (m)", "<v>1234.56789</v>", "t=\"inlineStr\"", ">=1+1<");
    }
}
