package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// What a list page shows.
public final class ListView {

    private final String collection;
    private final RecordType<?> type;
    private final String filter;
    private final Order order;
    private final Frame frame;
    private final List<String> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Error> errors = new ArrayList<>();
    private final List<Choice> orders = new ArrayList<>();
    private String next = "";

    public record Row(String number, String href, List<Shown> cells) {}

    /// @param hint what may have been meant
    public record Error(String text, String hint) {}

    public record Choice(String value, String label, boolean chosen, String href) {}

    ListView(String collection, RecordType<?> type, String filter, Order order, Frame frame) {
        this.collection = collection;
        this.type = type;
        this.filter = filter;
        this.order = order;
        this.frame = frame;
    }

    static Error error(Frame frame, FilterError error) {
        var text =
                frame.say("web.filter_error", error.position(), frame.messages().say(error.reason(), frame.locale()));
        return new Error(text, String.join(", ", error.suggestions()));
    }

    public String collection() {
        return collection;
    }

    public String title() {
        return frame.say(type.code() + ".plural");
    }

    public String filter() {
        return filter;
    }

    public String sort() {
        return order.toString();
    }

    public String countHref() {
        return "/" + collection + "/count?filter=" + ListPages.encode(filter);
    }

    public String exportHref(String format) {
        return "/" + collection + "/export?format=" + format + "&filter=" + ListPages.encode(filter) + "&sort="
                + ListPages.encode(order.toString());
    }

    public String firstHref() {
        return ListPages.href(collection, filter, order.toString(), null);
    }

    public List<String> columns() {
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

    void next(String href) {
        next = href;
    }

    Frame frame() {
        return frame;
    }
}
