package org.anlan.format.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a workbook says it holds.
 *
 * @param sheets its worksheets in their order
 * @param epoch1904 whether its dates count from 1904, as those of old Excel for Mac do
 * @param styles the part with the number formats
 * @param sharedStrings the part with the texts
 */
record WorkbookIndex(List<Sheet> sheets, boolean epoch1904, Optional<Path> styles, Optional<Path> sharedStrings) {

    private static final int MOST_SHEETS = 500;

    /**
     * A worksheet.
     *
     * @param name as its tab shows it
     * @param hidden whether its tab is not shown
     * @param part where its cells are
     */
    record Sheet(String name, boolean hidden, Path part) {}

    /** A part that belongs to the workbook: what it is, and where. */
    private record Relation(String type, String target) {}

    static WorkbookIndex of(Parts parts, String table) throws IOException {
        Path workbook = parts.part("xl/workbook.xml").orElseThrow(() -> XmlTokens.broken(table));
        Path relations = parts.part("xl/_rels/workbook.xml.rels").orElseThrow(() -> XmlTokens.broken(table));
        Map<String, Relation> byId = relations(relations, table);
        List<Sheet> sheets = new ArrayList<>();
        boolean epoch1904 = false;
        try (XmlTokens xml = new XmlTokens(workbook, table)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    epoch1904 = xml.attribute("date1904").matches("1|true");
                } else if (xml.starts("sheet") && sheets.size() < MOST_SHEETS) {
                    sheet(xml, byId, parts).ifPresent(sheets::add);
                }
            }
        }
        return new WorkbookIndex(
                List.copyOf(sheets), epoch1904, part(byId, "styles", parts), part(byId, "sharedStrings", parts));
    }

    private static Map<String, Relation> relations(Path part, String table) throws IOException {
        Map<String, Relation> byId = new HashMap<>();
        try (XmlTokens xml = new XmlTokens(part, table)) {
            while (xml.next()) {
                if (xml.starts("Relationship") && byId.size() < 10 * MOST_SHEETS) {
                    String type = xml.attribute("Type");
                    byId.put(
                            xml.attribute("Id"),
                            new Relation(type.substring(type.lastIndexOf('/') + 1), xml.attribute("Target")));
                }
            }
        }
        return byId;
    }

    private static Optional<Sheet> sheet(XmlTokens xml, Map<String, Relation> byId, Parts parts) {
        String name = xml.attribute("name").replaceAll("\\p{Cntrl}", " ").strip();
        boolean hidden = xml.attribute("state").toLowerCase(Locale.ROOT).contains("hidden");
        // "id" stands in the namespace of relationships; "sheetId" is another number
        return Optional.ofNullable(byId.get(xml.attribute("id")))
                .filter(relation -> relation.type().equals("worksheet"))
                .flatMap(relation -> parts.target(relation.target()))
                .map(part -> new Sheet(name.isEmpty() ? "Sheet" : name, hidden, part));
    }

    private static Optional<Path> part(Map<String, Relation> byId, String type, Parts parts) {
        return byId.values().stream()
                .filter(relation -> relation.type().equals(type))
                .findFirst()
                .flatMap(relation -> parts.target(relation.target()));
    }
}
