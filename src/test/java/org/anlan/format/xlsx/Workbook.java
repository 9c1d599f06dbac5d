package org.anlan.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anlan.format.Zips;

/** A workbook made of XML by hand, for tests: sheets as Excel writes them, and as it never would. */
final class Workbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private int count;

    Workbook() {
        parts.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
    }

    /** A shown sheet with this content of its {@code sheetData}. */
    Workbook sheet(String name, String rows) {
        return sheet(name, "", rows);
    }

    /** A sheet with this state ("hidden"). */
    Workbook sheet(String name, String state, String rows) {
        return rawSheet(name, state, "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** A sheet with this XML. */
    Workbook rawSheet(String name, String state, String xml) {
        count++;
        sheets.append("<sheet name='%s' sheetId='%d' state='%s' r:id='rId%d'/>".formatted(name, count, state, count));
        relation("rId" + count, "worksheet", "worksheets/sheet" + count + ".xml");
        return part("xl/worksheets/sheet" + count + ".xml", xml);
    }

    Workbook strings(String items) {
        relation("rIdS", "sharedStrings", "sharedStrings.xml");
        return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
    }

    Workbook styles(String content) {
        relation("rIdF", "styles", "/xl/styles.xml");
        return part("xl/styles.xml", "<styleSheet xmlns='" + MAIN + "'>" + content + "</styleSheet>");
    }

    Workbook epoch1904() {
        properties = "<workbookPr date1904='1'/>";
        return this;
    }

    Workbook relation(String id, String type, String target) {
        relations.append("<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, OFFICE, type, target));
        return this;
    }

    Workbook part(String name, String content) {
        return part(name, content.getBytes(UTF_8));
    }

    Workbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(parts);
        all.putIfAbsent(
                "xl/workbook.xml",
                ("<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'>" + properties + "<sheets>" + sheets
                                + "</sheets></workbook>")
                        .getBytes(UTF_8));
        all.putIfAbsent(
                "xl/_rels/workbook.xml.rels", ("<Relationships>" + relations + "</Relationships>").getBytes(UTF_8));
        return Zips.of(all);
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("表.xlsx"), bytes());
    }

    /** A row of texts in the cells A, B, C, …; a text of digits is a number, "" no cell. */
    static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < cells.length; i++) {
            String name = CellRef.letters(i) + number;
            if (cells[i].matches("-?\\d+(\\.\\d+)?")) {
                row.append("<c r='%s'><v>%s</v></c>".formatted(name, cells[i]));
            } else if (!cells[i].isEmpty()) {
                row.append("<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(name, cells[i]));
            }
        }
        return row.append("</row>").toString();
    }
}
