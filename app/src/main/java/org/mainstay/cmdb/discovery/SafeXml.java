package org.mainstay.cmdb.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A walk over the elements of an XML document, without DTDs and entities, never deeper and never longer than it may
/// be. Names are lower case.
final class SafeXml implements AutoCloseable {

    enum Step {
        START,
        TEXT,
        END,
        DONE
    }

    static final int DEEPEST = 60;

    /// Of any sort, kept or not.
    static final int MOST_ELEMENTS = 4_000_000;

    private static final Pattern NAMED = Pattern.compile("<!DOCTYPE\\s+[A-Za-z][A-Za-z0-9_.-]*\\s*>");

    private static final XMLInputFactory FACTORY = factory();

    private final Reader text;
    private final XMLStreamReader reader;
    private int depth;
    private int elements;

    private SafeXml(Reader text, XMLStreamReader reader) {
        this.text = text;
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("entities are not followed");
        });
        return factory;
    }

    static SafeXml open(InputStream document) throws IOException {
        var text = XmlText.open(document);
        try {
            return new SafeXml(text, FACTORY.createXMLStreamReader(text));
        } catch (XMLStreamException | RuntimeException e) {
            text.close();
            throw broken(e);
        }
    }

    private static BadPayload broken(Exception met) {
        return BadPayload.within(met, new BadPayload("discovery.xml_broken", BadPayload.said(met.getMessage())));
    }

    Step next() throws BadPayload {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        entered();
                        return Step.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Step.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Step.TEXT;
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                        throw new BadPayload("discovery.entities");
                    case XMLStreamConstants.DTD -> plain();
                    default -> {}
                }
            }
            return Step.DONE;
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    private void entered() throws BadPayload {
        if (++depth > DEEPEST) {
            throw new BadPayload("discovery.too_deep", DEEPEST);
        }
        if (++elements > MOST_ELEMENTS) {
            throw new BadPayload("discovery.too_many_elements", MOST_ELEMENTS);
        }
    }

    /// A document type that is only named may stand; nmap writes one.
    private void plain() throws BadPayload {
        var declared = reader.getText();
        if (declared == null || !NAMED.matcher(declared).matches()) {
            throw new BadPayload("discovery.entities");
        }
    }

    String name() {
        return reader.getLocalName().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String attribute(String name) {
        var value = reader.getAttributeValue(null, name);
        var clean = value == null ? "" : Texts.clean(value);
        return clean.isEmpty() ? null : clean;
    }

    /// Adds the text here to what was read, up to a bound far above what any value keeps.
    void appendTo(StringBuilder read) {
        int room = 4 * Texts.LONGEST - read.length();
        if (room > 0) {
            read.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
        }
    }

    /// Past the end of the element that was just entered.
    void skip() throws BadPayload {
        int outside = depth - 1;
        while (depth > outside && next() != Step.DONE) {}
    }

    /// Walks what follows the root, so that a broken rest is noticed.
    void finish() throws BadPayload {
        while (next() != Step.DONE) {}
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
