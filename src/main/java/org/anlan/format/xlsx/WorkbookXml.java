package org.anlan.format.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parts of a workbook beside its sheets; they are the same for all but for the names of the sheets. */
final class WorkbookXml {

    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LONGEST_NAME = 31;

    private WorkbookXml() {}

    /** The path of a sheet; the first is number 1. */
    static String sheet(int number) {
        return "xl/worksheets/sheet" + number + ".xml";
    }

    /** The parts in the order in which they are written, for sheets of these names. */
    static Map<String, String> parts(List<String> names) {
        StringBuilder types = new StringBuilder();
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        List<String> given = sheetNames(names);
        for (int i = 1; i <= given.size(); i++) {
            types.append(override("/" + sheet(i), "worksheet+xml"));
            sheets.append(
                    "<sheet name=\"" + escape(given.get(i - 1)) + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
            relations.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + override("/xl/workbook.xml", "sheet.main+xml")
                        + override("/xl/styles.xml", "styles+xml")
                        + types
                        + "</Types>");
        parts.put("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(relations + relation("rId" + (given.size() + 1), "styles", "styles.xml")));
        parts.put("xl/styles.xml", styles());
        return parts;
    }

    /** Names that Excel accepts, none of them twice, whatever the case of its letters. */
    private static List<String> sheetNames(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> given = new ArrayList<>();
        for (String name : names) {
            String free = sheetName(name);
            for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
                String end = " " + i;
                String start = sheetName(name);
                free = start.substring(0, Math.min(start.length(), LONGEST_NAME - end.length())) + end;
            }
            given.add(free);
        }
        return given;
    }

    /** Formats of cells: 0 as it is, 1 bold, 2 a date. */
    private static String styles() {
        return HEAD + "<styleSheet xmlns=\"" + MAIN + "\">"
                + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
                + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"3\">" + format(0, 0) + format(0, 1) + format(164, 0) + "</cellXfs>"
                + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
    }

    private static String format(int number, int font) {
        return "<xf numFmtId=\"" + number + "\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
                + (number > 0 ? " applyNumberFormat=\"1\"" : "") + (font > 0 ? " applyFont=\"1\"" : "") + "/>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relations(String content) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + content + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    /** A name that Excel accepts: at most 31 characters, none of []:*?/\, no apostrophe at either end. */
    static String sheetName(String layer) {
        String name = layer.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}\\p{Cs}]", "_");
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        name = name.replaceAll("^'|'$", "_").strip();
        return name.isEmpty() ? "Sheet1" : name;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
