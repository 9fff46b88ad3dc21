package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;

/// What a list page shows.
public final class ListView {

    private final ListState state;
    private final RecordType<?> type;
    private final String sort;
    private final Frame frame;
    private final boolean later;
    private final boolean creates;
    private final boolean exports;
    private final List<Tab> tabs = new ArrayList<>();
    private final List<Chip> chips = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Choosable> choosable = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Error> errors = new ArrayList<>();
    private final List<Choice> orders = new ArrayList<>();
    private final List<Choice> groups = new ArrayList<>();
    private final List<Choice> audiences = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Way> chosenWays = new ArrayList<>();
    private String next = "";
    private Unkept unkept = new Unkept("", "", "");
    private boolean owner;

    /// @param version to see whether it changed
    public record Row(String number, String href, long version, List<Shown> cells) {}

    /// A saved view.
    ///
    /// @param number empty for everything
    public record Tab(String number, String label, String href, boolean here) {}

    /// One term of the filter.
    ///
    /// @param label what is compared; empty where the term stands for itself
    /// @param without the list without it
    /// @param editor where its editor comes from; empty where it is text only
    public record Chip(String label, String operator, String value, String without, String editor) {}

    /// @param sort where its head leads; empty where no declared order begins with it
    /// @param sorted `ascending` or `descending` where the list is in its order, else null
    public record Column(
            String code,
            String label,
            String sort,
            @Nullable String sorted) {}

    /// An attribute that may be a column, and whether it is one.
    public record Choosable(String code, String label, boolean chosen) {}

    /// What is wrong with the filter, with its text cut at the place.
    public record Error(String text, String before, String at, String after, List<Hint> hints) {}

    /// What may have been meant, and the list it leads to.
    public record Hint(String text, String href) {}

    /// To a page with something more about the list.
    public record Way(String label, String href) {}

    public record Choice(String value, String label, boolean chosen) {}

    /// @param sort as the list is sorted, also where nobody asked for an order
    /// @param later whether this is not the first page
    /// @param creates whether this person may make one
    /// @param exports whether this person may take the list away as a file
    ListView(
            ListState state,
            RecordType<?> type,
            String sort,
            Frame frame,
            boolean later,
            boolean creates,
            boolean exports) {
        this.state = state;
        this.type = type;
        this.sort = sort;
        this.frame = frame;
        this.later = later;
        this.creates = creates;
        this.exports = exports;
    }

    void wrong(FilterError error) {
        var filter = state.filter();
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
                        .map(it ->
                                new Hint(it, state.filtered(before + it + after).href()))
                        .toList()));
    }

    void wrong(Message reason) {
        errors.add(new Error(frame.messages().say(reason, frame.locale()), "", "", "", List.of()));
    }

    public String collection() {
        return state.collection();
    }

    public String title() {
        return frame.plural(type, collection());
    }

    /// What the button says that makes one.
    public String newOne() {
        return frame.newOne(type, collection());
    }

    /// How a filter may look.
    public String example() {
        var own = frame.messages().find(type.code() + ".filter_example", frame.locale());
        return own == null ? frame.say("web.filter_example") : own;
    }

    public String filter() {
        return state.filter();
    }

    public List<Way> ways() {
        return ways;
    }

    /// To pages that do something with the records that are chosen.
    public List<Way> chosenWays() {
        return chosenWays;
    }

    public boolean creates() {
        return creates;
    }

    public boolean exports() {
        return exports;
    }

    public boolean later() {
        return later;
    }

    /// Whether the list is divided into groups.
    public boolean grouped() {
        return !state.group().isEmpty();
    }

    /// Whether it shows something else than its saved view.
    public boolean differs() {
        return state.differs();
    }

    public String keptHref() {
        return state.kept().href();
    }

    public String keptName() {
        return state.view() == null ? "" : state.view().name(frame.locale());
    }

    public String tabsHref() {
        return state.address("/tabs");
    }

    public String groupsHref() {
        return state.address("/groups");
    }

    public String columnsHref() {
        return state.address("/columns");
    }

    public String attributesHref() {
        return state.address("/attributes");
    }

    public String conditionHref() {
        return state.address("/condition");
    }

    public String countHref() {
        return "/" + collection() + "/count?filter=" + Hrefs.encoded(filter());
    }

    public String exportHref(String format) {
        var fields = columns.stream().map(Column::code).collect(Collectors.joining(","));
        return "/" + collection() + "/export?format=" + format + "&filter=" + Hrefs.encoded(filter()) + "&sort="
                + Hrefs.encoded(sort) + "&fields=" + Hrefs.encoded(fields);
    }

    public String firstHref() {
        return state.href();
    }

    public String clearedHref() {
        return state.filtered("").href();
    }

    public String columnsResetHref() {
        return state.showing(List.of()).href();
    }

    /// All that the list is, whatever saved view it began from.
    public List<ListState.Parameter> everything() {
        return List.of(
                new ListState.Parameter("filter", state.filter()),
                new ListState.Parameter("sort", state.sort()),
                new ListState.Parameter("columns", String.join(",", state.columns())),
                new ListState.Parameter("group", state.group()));
    }

    /// What a form carries along beside the parameters it asks for itself.
    ///
    /// @param own of the form
    public List<ListState.Parameter> carried(String... own) {
        var asked = List.of(own);
        return state.parameters().stream()
                .filter(it -> !asked.contains(it.name()))
                .toList();
    }

    public List<Tab> tabs() {
        return tabs;
    }

    public List<Chip> chips() {
        return chips;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Choosable> choosable() {
        return choosable;
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

    /// The attributes by whose values the list may be divided, and first of all none.
    public List<Choice> groups() {
        return groups;
    }

    public String next() {
        return next;
    }

    /// With whom the list may be shared once it is kept.
    public List<Choice> audiences() {
        return audiences;
    }

    /// What was typed to keep it and why that could not be; empty where nobody tried.
    public record Unkept(String name, String audience, String why) {

        Unkept because(String reason) {
            return new Unkept(name, audience, reason);
        }
    }

    public Unkept unkept() {
        return unkept;
    }

    ListView unkept(Unkept attempt) {
        unkept = attempt;
        return this;
    }

    /// Where a changed view is kept under its name; empty where this person may not, or there is none.
    public String keepHref() {
        var view = state.view();
        return view == null || !owner ? "" : "/" + collection() + "/views/" + view.number();
    }

    public String viewHref() {
        return state.view() == null || !owner
                ? ""
                : "/saved-views/" + state.view().number() + "/edit";
    }

    void owned() {
        owner = true;
    }

    void next(String href) {
        next = href;
    }
}
