package org.mainstay.web.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Preview;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.FormView;
import org.mainstay.web.Frame;
import org.mainstay.web.RecordView;
import org.mainstay.web.Show;

/// What a plan would do, as forms show it.
public final class Effects {

    private final RecordTypes types;
    private final RecordStore store;
    private final Show show;

    Effects(RecordTypes types, RecordStore store, Show show) {
        this.types = types;
        this.store = store;
        this.show = show;
    }

    public List<FormView.Effect> of(Actor actor, List<Preview> records, Frame frame) {
        var ids = new HashSet<UUID>();
        for (var record : records) {
            for (var change : record.changes().values()) {
                mentioned(change.old(), ids);
                mentioned(change.now(), ids);
            }
        }
        var labels = store.labelsOf(actor, ids);
        var reader = Show.Reader.of(frame, actor);
        return records.stream()
                .map(it -> new FormView.Effect(
                        it.number() == null ? frame.say(it.type()) : it.number(),
                        lines(types.need(it.type()), it, labels, reader),
                        it.remarks().stream()
                                .map(remark -> frame.messages().say(remark, frame.locale()))
                                .toList()))
                .toList();
    }

    private static void mentioned(@Nullable Object value, Set<UUID> ids) {
        switch (value) {
            case UUID id -> ids.add(id);
            case Collection<?> many -> many.forEach(it -> mentioned(it, ids));
            case null, default -> {}
        }
    }

    private List<RecordView.Line> lines(
            RecordType<?> type, Preview preview, Map<UUID, Label> labels, Show.Reader reader) {
        var lines = new ArrayList<RecordView.Line>();
        preview.changes().forEach((code, change) -> {
            var attribute = type.need(code);
            lines.add(new RecordView.Line(
                    show.label(type, attribute, reader),
                    show.value(type, attribute, change.old(), labels, reader),
                    show.value(type, attribute, change.now(), labels, reader),
                    ""));
        });
        return lines;
    }
}
