package dev.trapwalk.lang.export;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements, one a line and indented by their depth, which the JDK's writer does not do itself. */
final class XmlElements {
    private static final String INDENT = "    ";

    private final XMLStreamWriter xml;
    private int depth;

    XmlElements(Writer out) throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
    }

    /** @param attributes names and values in turn */
    void start(String name, String... attributes) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        attributes(attributes);
        depth++;
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        line();
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    void end() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }

    void close() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(depth));
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
        }
    }

    /** XML 1.0 has no way to write most control characters, which may stand in the free text of a fill. */
    private static String legal(String value) {
        StringBuilder legal = null;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\uFFFE' || c == '\uFFFF'
                    || Character.isSurrogate(c)) {
                legal = legal == null ? new StringBuilder(value) : legal;
                legal.setCharAt(i, '\uFFFD');
            }
        }
        return legal == null ? value : legal.toString();
    }
}
