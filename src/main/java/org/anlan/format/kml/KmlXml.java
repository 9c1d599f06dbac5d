package org.anlan.format.kml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.anlan.base.Refusal;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * The elements of a KML file one after the other. No document type, no entity besides XML's own five, nothing from outside; nesting, attributes and
 * their number are bounded. Prefixes need not be declared (many writers forget {@code xmlns:gx}) and are left out, but for {@code gx}.
 */
final class KmlXml implements Closeable {

    private static final int DEEPEST = 100;

    private final String file;
    private final InputStream in;
    private final XMLStreamReader xml;
    private int depth;

    /**
     * @param name names the file in refusals
     * @param encoding the user's choice; without one the file says it
     */
    KmlXml(Path path, String name, Optional<Charset> encoding) throws IOException {
        file = name;
        in = Files.newInputStream(path);
        try {
            xml = encoding.isPresent()
                    ? factory().createXMLStreamReader(new InputStreamReader(in, encoding.get()))
                    : factory().createXMLStreamReader(in);
        } catch (XMLStreamException | RuntimeException broken) {
            in.close();
            throw broken(broken);
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 4_000);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 100_000);
        return factory;
    }

    /** The encoding that the file says; empty when it says none. */
    Optional<String> declaredEncoding() {
        return Optional.ofNullable(xml.getCharacterEncodingScheme());
    }

    /** Goes on to the next beginning of an element whose parents number at least {@code within}; false at the end of those. */
    boolean nextElement(int within) throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (depth < within) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // text between elements, comments
                }
            }
        }
    }

    /** How many elements are open. */
    int depth() {
        return depth;
    }

    /** The name of the element that has just begun, without its prefix. */
    String name() {
        String name = xml.getLocalName();
        int colon = name.indexOf(':');
        return colon < 0 || name.startsWith("gx:") ? name : name.substring(colon + 1);
    }

    /** An attribute of the element that has just begun; "" when it has none of this name. */
    String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Hands on the text within the element that has just begun, piece by piece, and goes to its end. */
    void text(Consumer<char[]> piece) throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    piece.accept(xml.getText().toCharArray());
                default -> {
                    // comments
                }
            }
        }
    }

    /** Goes to the end of the element that has just begun. */
    void skip() throws IOException {
        leave(depth);
    }

    /** Goes to the end of the open element at this depth. */
    void leave(int inside) throws IOException {
        int outside = inside - 1;
        while (depth > outside) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private int next() throws IOException {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw Refusal.unprocessable(
                        "kml-dtd",
                        "“%s”含有文档类型声明或实体（DOCTYPE、ENTITY），出于安全不读取；请去掉后重新上传",
                        "“%s” has a document type or entities (DOCTYPE, ENTITY), which are not read for safety; take them out and hand it in again",
                        file);
            }
            return event;
        } catch (XMLStreamException | WstxLazyException broken) {
            throw broken(broken);
        }
    }

    private Refusal broken(Exception cause) throws IOException {
        if (cause.getCause() instanceof IOException failed && !(failed instanceof java.io.CharConversionException)) {
            throw failed;
        }
        int line = cause instanceof XMLStreamException at && at.getLocation() != null
                ? at.getLocation().getLineNumber()
                : 0;
        return Refusal.unprocessable(
                "kml-broken",
                "“%s”不是有效的 XML：第 %d 行处无法解析（可能没有传完、嵌套过深、属性过长，或编码与声明不符）；请重新导出",
                "“%s” is not valid XML: it cannot be parsed at line %d (perhaps it was not sent whole, is nested too deep, has an attribute too long, or another encoding than it says); export it again",
                file,
                line);
    }

    @Override
    public void close() throws IOException {
        try (in) {
            xml.close();
        } catch (XMLStreamException held) {
            throw new IOException(held);
        }
    }
}
