package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.LinesView.Line;

/// Records as lines of a panel, each with what is to be known of it at a glance.
public record RecordLines(RecordStore store, Show show) {

    /// So many stand on a record's page, and on a page of their own.
    private static final int FEW = 20;

    private static final int MANY = 1_000;

    public List<Line> of(
            List<Snapshot> records, List<Attribute<?>> what, HttpServletRequest request, Actor actor, Frame frame) {
        return of(records, what, _ -> List.of(), request, actor, frame);
    }

    /// @param notes what else is said of a record
    public List<Line> of(
            List<Snapshot> records,
            List<Attribute<?>> what,
            Function<Snapshot, List<String>> notes,
            HttpServletRequest request,
            Actor actor,
            Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        var shown = records.subList(0, Math.min(records.size(), LinesView.part(request) ? FEW : MANY));
        var labels = store.labels(actor, shown);
        return shown.stream()
                .map(it -> new Line(
                        LinesView.linked(it),
                        what.stream()
                                .map(one ->
                                        it.get(one) == null ? new Shown.Nothing() : show.value(it, one, labels, reader))
                                .toList(),
                        notes.apply(it)))
                .toList();
    }
}
