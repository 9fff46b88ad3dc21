package org.mainstay.cmdb.discovery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an inventory agent asks or delivers, in either of the languages agents speak: the XML of OCS and
/// FusionInventory, or the JSON of GLPI.
///
/// @param agent what the agent calls itself, or null
/// @param payload what was delivered; nothing where it only asks
public record AgentCall(
        Language language,
        Packing packing,
        Purpose purpose,
        @Nullable String agent,
        Payload payload) {

    /// The header by which an agent that speaks JSON names itself.
    public static final String AGENT_ID = "GLPI-Agent-ID";

    public enum Language {
        XML,
        JSON
    }

    public enum Purpose {
        /// It speaks XML and asks whether it may deliver.
        PROLOG,
        /// It speaks JSON and asks whether it may deliver.
        CONTACT,
        DELIVERY
    }

    /// @param agentId what the header [#AGENT_ID] says, if it is there
    public static AgentCall read(byte[] body, @Nullable String agentId) throws BadPayload {
        if (agentId != null && NormalForms.uuid(agentId.strip()) == null) {
            throw new BadPayload("discovery.bad_agent_id");
        }
        var packing = Packing.of(body);
        try (var content = new BufferedInputStream(packing.open(body))) {
            var language = language(content);
            var told = language == Language.JSON ? Told.json(content) : Told.xml(content);
            var purpose = purpose(told);
            return new AgentCall(
                    language,
                    packing,
                    purpose,
                    told.text("deviceid"),
                    purpose == Purpose.DELIVERY ? delivered(told) : Payload.EMPTY);
        } catch (IOException e) {
            throw BadPayload.within(e, new BadPayload("discovery.packed_broken"));
        }
    }

    /// JSON begins with a brace; whatever else comes must be XML.
    static Language language(InputStream content) throws IOException {
        content.mark(64);
        try {
            for (int i = 0; i < 32; i++) {
                int first = content.read();
                if (first < 0) {
                    throw new BadPayload("discovery.empty");
                }
                if (!Character.isWhitespace(first)) {
                    return first == '{' ? Language.JSON : Language.XML;
                }
            }
            return Language.XML;
        } finally {
            content.reset();
        }
    }

    private static Purpose purpose(Entry told) throws BadPayload {
        var asked = told.textOrEmpty("query", "action").toLowerCase(Locale.ROOT);
        return switch (asked) {
            case "prolog" -> Purpose.PROLOG;
            case "contact" -> Purpose.CONTACT;
            case "inventory", "snmp", "snmpquery", "snmpinventory", "netinventory", "netdiscovery", "injector" ->
                Purpose.DELIVERY;
            case "" -> {
                if (!told.has("content")) {
                    throw new BadPayload("discovery.no_request");
                }
                yield Purpose.DELIVERY;
            }
            default -> throw new BadPayload("discovery.unknown_request", Texts.cut(asked, 60));
        };
    }

    private static Payload delivered(Entry told) throws BadPayload {
        var assembly = new Assembly();
        var content = told.entry("content");
        boolean discovery = told.textOrEmpty("query", "action").equalsIgnoreCase("netdiscovery");
        boolean any;
        if (NetworkInventory.speaksOf(content)) {
            any = NetworkInventory.assemble(content, told.text("itemtype"), assembly);
        } else if (content.has("processnumber") || content.has("moduleversion") || content.has("agent")) {
            return Payload.EMPTY;
        } else {
            any = ComputerInventory.assemble(told, assembly);
        }
        if (!any) {
            throw new BadPayload("discovery.nothing_identifies");
        }
        return assembly.done(discovery || told.yes("partial"));
    }
}
