package org.mainstay.cmdb.reconciliation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.Show;
import org.mainstay.web.ValueNotes;

/// Under each value of an item: who said so last, when, how often, and who says something else.
final class ProvenanceNotes implements ValueNotes {

    private final Provenance provenance;
    private final Show show;
    private final Messages messages;

    ProvenanceNotes(Provenance provenance, Show show, Messages messages) {
        this.provenance = provenance;
        this.show = show;
        this.messages = messages;
    }

    @Override
    public String type() {
        return ConfigurationItemType.CONFIGURATION_ITEM.code();
    }

    @Override
    public Map<String, String> of(Actor actor, Snapshot record, Show.Reader reader) {
        var notes = new HashMap<String, String>();
        for (var line : provenance.now(actor, record)) {
            notes.put(line.attribute().code(), note(line, reader));
        }
        return notes;
    }

    private String note(Provenance.Line line, Show.Reader reader) {
        var said = line.confirmation();
        var note = said == null
                ? messages.say(reader.locale(), "reconciliation.note.nobody")
                : messages.say(
                        reader.locale(),
                        "reconciliation.note.said",
                        said.origin() == null ? said.sourceName() : said.sourceName() + " " + said.origin(),
                        show.moment(said.at(), reader).text(),
                        said.times());
        var pinned = line.pinnedUntil();
        if (pinned != null) {
            note += " · "
                    + (pinned.equals(Instant.MAX)
                            ? messages.say(reader.locale(), "reconciliation.note.pinned")
                            : messages.say(
                                    reader.locale(),
                                    "reconciliation.note.pinned_until",
                                    show.moment(pinned, reader).exact()));
        }
        if (line.disputed()) {
            var others = line.words().stream()
                    .filter(it -> it.fresh() && !it.agrees())
                    .map(it -> it.sourceName() + ": " + Provenance.text(it.value()))
                    .collect(Collectors.joining(", "));
            note += " · " + messages.say(reader.locale(), "reconciliation.note.disputed", others);
        }
        return note;
    }
}
