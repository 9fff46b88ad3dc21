package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// What a list page shows.
public final class ListView {

    private final String collection;
    private final String title;
    private final RecordType<?> type;
    private final String filter;
    private final Order order;
    private final Frame frame;
    private final boolean creates;
    private final boolean later;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Error> errors = new ArrayList<>();
    private final List<Choice> orders = new ArrayList<>();
    private String next = "";
    private String fields = "";
    private boolean exports;

    public record Row(String number, String href, List<Shown> cells) {}

    /// @param sort where its head leads; empty where no declared order begins with it
    /// @param sorted `ascending` or `descending` where the list is in its order, else null
    public record Column(
            String label, String sort, @Nullable String sorted) {}

    /// What is wrong with the filter, with its text cut at the place.
    public record Error(String text, String before, String at, String after, List<Hint> hints) {}

    /// What may have been meant, and the list it leads to.
    public record Hint(String text, String href) {}

    public record Choice(String value, String label, boolean chosen) {}

    /// @param creates whether this person may make one
    /// @param later whether this is not the first page
    ListView(
            String collection,
            String title,
            RecordType<?> type,
            String filter,
            Order order,
            Frame frame,
            boolean creates,
            boolean later) {
        this.collection = collection;
        this.title = title;
        this.type = type;
        this.filter = filter;
        this.order = order;
        this.frame = frame;
        this.creates = creates;
        this.later = later;
    }

    void wrong(FilterError error) {
        int from = Math.clamp(error.position() - 1L, 0, filter.length());
        int to = Math.clamp((long) from + error.length(), from, filter.length());
        var before = filter.substring(0, from);
        var after = filter.substring(to);
        errors.add(new Error(
                frame.say("web.filter_error", error.position(), frame.messages().say(error.reason(), frame.locale())),
                before,
                filter.substring(from, to),
                after,
                error.suggestions().stream()
                        .map(it -> new Hint(it, ListPages.href(collection, before + it + after, sort(), null)))
                        .toList()));
    }

    void wrong(Message reason) {
        errors.add(new Error(frame.messages().say(reason, frame.locale()), "", "", "", List.of()));
    }

    public String collection() {
        return collection;
    }

    public String title() {
        return title;
    }

    /// What the button says that makes one.
    public String newOne() {
        return ListPages.newOne(frame, type, collection);
    }

    /// How a filter may look.
    public String example() {
        var own = frame.messages().find(type.code() + ".filter_example", frame.locale());
        return own == null ? frame.say("web.filter_example") : own;
    }

    public String filter() {
        return filter;
    }

    public String sort() {
        return order.toString();
    }

    public boolean creates() {
        return creates;
    }

    public boolean later() {
        return later;
    }

    public String countHref() {
        return "/" + collection + "/count?filter=" + ListPages.encode(filter);
    }

    public String exportHref(String format) {
        return "/" + collection + "/export?format=" + format + "&filter=" + ListPages.encode(filter) + "&sort="
                + ListPages.encode(order.toString()) + "&fields=" + ListPages.encode(fields);
    }

    public String firstHref() {
        return ListPages.href(collection, filter, order.toString(), null);
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }

    public List<Error> errors() {
        return errors;
    }

    public List<Choice> orders() {
        return orders;
    }

    public String next() {
        return next;
    }

    /// Which attributes a file of the list has: those that are shown.
    void fields(String codes) {
        fields = codes;
    }

    /// Whether this person may take the list away as a file.
    public boolean exports() {
        return exports;
    }

    void exports(boolean may) {
        exports = may;
    }

    void next(String href) {
        next = href;
    }
}
