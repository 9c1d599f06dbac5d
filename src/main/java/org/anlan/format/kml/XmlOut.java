package org.anlan.format.kml;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML as UTF-8, element by element; characters that XML 1.0 (section 2.2) does not know are left out. */
final class XmlOut {

    private final XMLStreamWriter xml;

    XmlOut(OutputStream out) throws IOException {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    /** Opens an element with attributes of alternating name and value. */
    XmlOut open(String element, String... attributes) throws IOException {
        try {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
            }
            return this;
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    /** A line break, so that texts of many features can be looked at. */
    XmlOut line() throws IOException {
        try {
            xml.writeCharacters("\n");
            return this;
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    XmlOut close() throws IOException {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    /** Text; a carriage return is written as a reference, since readers take a plain one for a line feed. */
    XmlOut text(String text) throws IOException {
        try {
            String[] lines = clean(text).split("\r", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    xml.writeEntityRef("#13");
                }
                xml.writeCharacters(lines[i]);
            }
            return this;
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    /** A whole element with text. */
    XmlOut element(String name, String text, String... attributes) throws IOException {
        return open(name, attributes).text(text).close();
    }

    void end() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    private static String clean(String text) {
        if (text.chars().allMatch(c -> c >= 0x20 && c < 0xD800)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(XmlOut::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c >= 0xE000 && c < 0xFFFE)
                || c >= 0x10000;
    }
}
