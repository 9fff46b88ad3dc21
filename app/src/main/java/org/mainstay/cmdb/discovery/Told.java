package org.mainstay.cmdb.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads what an agent told, in either of its languages, as one tree of entries. What nobody here asks for is read
/// over, and secrets among it (product keys, environment, accounts) are never kept.
final class Told {

    /// Entries kept, all in all.
    static final int MOST_RECORDS = 200_000;

    private static final Set<String> PASSED_OVER = Set.of(
            "accesslog",
            "accountinfo",
            "antivirus",
            "base64",
            "batteries",
            "cameras",
            "cartridges",
            "consumables",
            "controllers",
            "envs",
            "firewall",
            "firewalls",
            "inputs",
            "jvms",
            "licenseinfos",
            "local_groups",
            "local_users",
            "logical_volumes",
            "physical_volumes",
            "powersupplies",
            "processes",
            "remote_mgmt",
            "sensors",
            "slots",
            "sounds",
            "ssh_key",
            "usbdevices",
            "user",
            "users",
            "uuencode",
            "versionprovider",
            "videos",
            "volume_groups",
            "winprodid",
            "winprodkey");

    private int records;

    private Told() {}

    static Entry xml(InputStream document) throws IOException {
        try (var xml = SafeXml.open(document)) {
            if (xml.next() != SafeXml.Step.START || !xml.name().equals("request")) {
                throw new BadPayload("discovery.no_request");
            }
            var told = new Told().element(xml);
            xml.finish();
            if (told instanceof Entry entry) {
                return entry;
            }
            throw new BadPayload("discovery.no_request");
        }
    }

    /// A text, or an entry where there are elements within.
    private Object element(SafeXml xml) throws BadPayload {
        var text = new StringBuilder();
        Entry entry = null;
        while (true) {
            switch (xml.next()) {
                case TEXT -> xml.appendTo(text);
                case START -> {
                    entry = entry == null ? entry() : entry;
                    child(xml, entry);
                }
                case END, DONE -> {
                    return entry == null ? text.toString() : entry;
                }
            }
        }
    }

    private void child(SafeXml xml, Entry parent) throws BadPayload {
        var name = xml.name();
        if (PASSED_OVER.contains(name)) {
            xml.skip();
            return;
        }
        switch (element(xml)) {
            case Entry entry -> parent.add(name, entry);
            case Object text -> parent.add(name, text.toString());
        }
    }

    private Entry entry() throws BadPayload {
        if (++records > MOST_RECORDS) {
            throw new BadPayload("discovery.too_many_records", MOST_RECORDS);
        }
        return new Entry();
    }

    static Entry json(InputStream document) throws IOException {
        try (var json = SafeJson.MAPPER.createParser(document)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadPayload("discovery.no_object");
            }
            var told = new Told().object(json);
            if (json.nextToken() != null) {
                throw new BadPayload("discovery.no_object");
            }
            return told;
        } catch (JacksonException e) {
            throw SafeJson.broken(e);
        }
    }

    private Entry object(JsonParser json) throws BadPayload {
        var entry = entry();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName().toLowerCase(Locale.ROOT);
            json.nextToken();
            if (PASSED_OVER.contains(name)) {
                json.skipChildren();
            } else {
                value(json, name, entry);
            }
        }
        return entry;
    }

    private void value(JsonParser json, String name, Entry parent) throws BadPayload {
        switch (json.currentToken()) {
            case START_OBJECT -> parent.add(name, object(json));
            case START_ARRAY -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    value(json, name, parent);
                }
            }
            case VALUE_NULL -> {}
            default -> parent.add(name, json.getString());
        }
    }
}
