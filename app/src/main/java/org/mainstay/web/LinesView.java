package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;
import org.springframework.ui.Model;

/// What a panel lists about a record: part of the record's page, or a page of its own.
///
/// @param href of the record
/// @param record its number and label
/// @param title bundle key
/// @param summary what the lines come to, a sentence each
/// @param more where further ones are made; null where one may not
public record LinesView(
        String href,
        String record,
        String title,
        List<String> summary,
        List<Line> lines,
        @Nullable More more) {

    /// @param note further text, such as why it is there
    public record Line(Shown record, List<Shown> what, List<String> note) {}

    public record More(String href, String label) {}

    public static LinesView of(
            Snapshot record, String title, List<String> summary, List<Line> lines, @Nullable More more) {
        return new LinesView(
                Hrefs.record(record.type().collection(), record),
                record.number() + " " + record.label(),
                title,
                summary,
                lines,
                more);
    }

    /// A record as a link that says its number and label.
    public static Shown linked(Snapshot record) {
        return new Shown.Linked(
                Hrefs.record(record.type().collection(), record),
                record.number(),
                record.number() + " " + record.label());
    }

    /// Whether a part of a page is asked for.
    public static boolean part(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /// @return the name of the template
    public String shown(HttpServletRequest request, Frame frame, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", this);
        return part(request) ? "record/lines" : "record/lines_page";
    }
}
