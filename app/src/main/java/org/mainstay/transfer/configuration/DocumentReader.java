package org.mainstay.transfer.configuration;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/// Reads YAML (and so JSON) as a document, and nothing but that: maps of maps of texts. Every value is its
/// text, which the attribute's kind reads; anchors, aliases and tags are refused, so nothing grows and nothing
/// is made of it.
final class DocumentReader {

    private static final int MOST_RECORDS = 20_000;
    private static final int MOST_ATTRIBUTES = 500;
    private static final int MOST_ITEMS = 1_000;
    private static final int LONGEST_NAME = 1_000;
    private static final Set<String> NOTHING = Set.of("", "~", "null");

    private final Iterator<Event> events;
    private final Document document = new Document();
    private int records;

    private DocumentReader(Iterator<Event> events) {
        this.events = events;
    }

    /// @param text of a length that was looked at before
    static Document read(String text) throws BadText {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            return new DocumentReader(
                            new Yaml(options).parse(new StringReader(text)).iterator())
                    .all();
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            int column = mark == null ? 1 : mark.getColumn() + 1;
            throw new BadText(Fault.at("", "configuration.text.no_yaml", line, column));
        } catch (YAMLException e) {
            throw new BadText(Fault.at("", "configuration.text.no_text"));
        }
    }

    private Document all() throws BadText {
        expect(StreamStartEvent.class, "");
        if (!(events.next() instanceof DocumentStartEvent)) {
            throw new BadText(Fault.at("", "configuration.text.empty"));
        }
        expect(MappingStartEvent.class, "");
        boolean versioned = false;
        for (var key = key(""); key != null; key = key("")) {
            if (key.equals(DocumentWriter.FORMAT)) {
                versioned = version();
            } else {
                type(key);
            }
        }
        if (!versioned) {
            throw new BadText(Fault.at(Fault.pointer(DocumentWriter.FORMAT), "configuration.text.no_format"));
        }
        expect(DocumentEndEvent.class, "");
        expect(StreamEndEvent.class, "");
        return document;
    }

    private boolean version() throws BadText {
        var pointer = Fault.pointer(DocumentWriter.FORMAT);
        if (next(pointer) instanceof ScalarEvent scalar && scalar.getValue().equals(DocumentWriter.VERSION)) {
            return true;
        }
        throw new BadText(Fault.at(pointer, "configuration.text.no_format"));
    }

    private void type(String type) throws BadText {
        var pointer = Fault.pointer(type);
        if (document.types().contains(type)) {
            throw new BadText(Fault.at(pointer, "configuration.text.twice"));
        }
        document.type(type);
        if (empty(begin(pointer))) {
            return;
        }
        for (var name = key(pointer); name != null; name = key(pointer)) {
            if (++records > MOST_RECORDS) {
                throw new BadText(Fault.at(pointer, "configuration.text.too_many", MOST_RECORDS));
            }
            record(type, name);
        }
    }

    private void record(String type, String name) throws BadText {
        var pointer = Fault.pointer(type, name);
        if (document.record(type, name) != null) {
            throw new BadText(Fault.at(pointer, "configuration.text.twice"));
        }
        var values = new TreeMap<String, Value>();
        if (!empty(begin(pointer))) {
            for (var attribute = key(pointer); attribute != null; attribute = key(pointer)) {
                var at = Fault.pointer(type, name, attribute);
                if (values.put(attribute, value(at)) != null) {
                    throw new BadText(Fault.at(at, "configuration.text.twice"));
                }
                if (values.size() > MOST_ATTRIBUTES) {
                    throw new BadText(Fault.at(pointer, "configuration.text.too_many", MOST_ATTRIBUTES));
                }
            }
        }
        document.put(type, name, values);
    }

    private Value value(String pointer) throws BadText {
        return switch (next(pointer)) {
            case ScalarEvent scalar -> new Value.One(text(scalar));
            case SequenceStartEvent _ -> {
                var items = new ArrayList<String>();
                for (var item = next(pointer); !(item instanceof SequenceEndEvent); item = next(pointer)) {
                    if (!(item instanceof ScalarEvent scalar)) {
                        throw shape(pointer);
                    }
                    items.add(text(scalar));
                    if (items.size() > MOST_ITEMS) {
                        throw new BadText(Fault.at(pointer, "configuration.text.too_many", MOST_ITEMS));
                    }
                }
                items.removeIf(String::isBlank);
                yield new Value.Many(items);
            }
            default -> throw shape(pointer);
        };
    }

    /// A map that begins, or nothing where there might be one.
    private Event begin(String pointer) throws BadText {
        var event = next(pointer);
        if (event instanceof MappingStartEvent || empty(event)) {
            return event;
        }
        throw shape(pointer);
    }

    private static boolean empty(Event event) {
        return event instanceof ScalarEvent scalar && text(scalar).isEmpty();
    }

    private static String text(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.PLAIN && NOTHING.contains(scalar.getValue())
                ? ""
                : scalar.getValue();
    }

    /// @return null at the end of the map
    private @Nullable String key(String pointer) throws BadText {
        return switch (next(pointer)) {
            case MappingEndEvent _ -> null;
            case ScalarEvent scalar -> {
                if (scalar.getValue().isBlank() || scalar.getValue().length() > LONGEST_NAME) {
                    throw new BadText(Fault.at(pointer, "configuration.text.name", LONGEST_NAME));
                }
                yield scalar.getValue().strip();
            }
            default -> throw shape(pointer);
        };
    }

    private Event next(String pointer) throws BadText {
        var event = events.next();
        boolean special = event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor() != null)
                || (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent start && start.getTag() != null);
        if (special) {
            throw new BadText(Fault.at(pointer, "configuration.text.special"));
        }
        return event;
    }

    private void expect(Class<? extends Event> kind, String pointer) throws BadText {
        if (!kind.isInstance(next(pointer))) {
            throw kind == StreamEndEvent.class
                    ? new BadText(Fault.at(pointer, "configuration.text.several"))
                    : shape(pointer);
        }
    }

    private static BadText shape(String pointer) {
        return new BadText(new Fault(pointer, Message.of("configuration.text.shape")));
    }
}
