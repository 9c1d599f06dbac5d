package org.anlan.format.xlsx;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.anlan.base.Refusal;

/**
 * Walks through one XML part of a workbook, tag by tag. What no workbook has is refused: a DTD (and with it every entity), deep nesting,
 * endless attributes, names without number.
 */
final class XmlTokens implements Closeable {

    private static final int LONGEST_ATTRIBUTE = 1 << 16;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int DEEPEST = 64;
    /** The parser keeps every name it meets. */
    private static final int MOST_NAMES = 2_000;

    private final String table;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int event;

    /** Opens a part; the name is that of the file, for messages. */
    XmlTokens(Path part, String table) throws IOException {
        this.table = table;
        in = Files.newInputStream(part);
        try {
            xml = factory().createXMLStreamReader(in);
        } catch (XMLStreamException unreadable) {
            in.close();
            throw broken(table);
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.getConfig().doInternNsURIs(false);
        factory.getConfig().doInternNames(false);
        return factory;
    }

    /** Goes to the next tag; false at the end. */
    boolean next() {
        try {
            while (xml.hasNext()) {
                event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    know();
                    return true;
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw broken(table);
                }
            }
            return false;
        } catch (XMLStreamException unreadable) {
            throw broken(table);
        }
    }

    private void know() {
        boolean added = names.add(xml.getLocalName());
        added |= names.add(xml.getPrefix());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            added |= names.add(xml.getAttributeLocalName(i));
            added |= names.add(xml.getAttributePrefix(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            added |= names.add(xml.getNamespacePrefix(i));
        }
        if (added && names.size() > MOST_NAMES) {
            throw broken(table);
        }
    }

    boolean starts(String name) {
        return event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
    }

    /** The local name of the tag. */
    String name() {
        return xml.getLocalName();
    }

    boolean isStart() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** The value of an attribute of the starting tag, whatever its namespace; "" when it has none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Appends the text up to the end of the element that starts here, tags inside it left out, and goes to that end. */
    void text(StringBuilder into, int longest) {
        try {
            for (int depth = 1; depth > 0; ) {
                event = xml.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw broken(table);
                    default -> {
                        // comments and processing instructions say nothing
                    }
                }
                if (into.length() > longest) {
                    throw broken(table);
                }
            }
        } catch (XMLStreamException unreadable) {
            throw broken(table);
        }
    }

    /** Goes to the end of the element that starts here. */
    void skip() {
        for (int depth = 1; depth > 0 && next(); ) {
            depth += isStart() ? 1 : -1;
        }
    }

    static Refusal broken(String table) {
        return Refusal.unprocessable(
                "xlsx-broken",
                "工作簿“%s”已损坏，或不是 Excel 写出的内容，没有读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再上传",
                "The workbook “%s” is damaged or not as Excel writes it, and was not read; open it in Excel or WPS, save it as .xlsx and hand that in",
                table);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException unreadable) {
            throw new IOException(unreadable);
        } finally {
            in.close();
        }
    }
}
