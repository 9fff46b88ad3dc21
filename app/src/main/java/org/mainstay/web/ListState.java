package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that says what a list shows; its address says all of it. What the address leaves out is as the saved
/// view has it.
///
/// @param view the saved view it began from; null for none
/// @param sort empty for the type's first order
/// @param columns codes of attributes; empty for the type's own
/// @param group code of the attribute whose values divide the list; empty for none
public record ListState(
        String collection, @Nullable SavedView view, String filter, String sort, List<String> columns, String group) {

    public static ListState of(String collection) {
        return new ListState(collection, null, "", "", List.of(), "");
    }

    public ListState filtered(String by) {
        return new ListState(collection, view, by, sort, columns, group);
    }

    ListState sorted(String by) {
        return new ListState(collection, view, filter, by, columns, group);
    }

    ListState showing(List<String> these) {
        return new ListState(collection, view, filter, sort, these, group);
    }

    ListState grouped(String by) {
        return new ListState(collection, view, filter, sort, columns, by);
    }

    /// The saved view as it is kept; without one, everything.
    ListState kept() {
        return view == null ? of(collection) : of(collection, view);
    }

    static ListState of(String collection, SavedView view) {
        return new ListState(collection, view, view.filter(), view.sort(), view.columns(), view.group());
    }

    /// Whether it shows something else than the saved view does.
    boolean differs() {
        return !equals(kept());
    }

    public String href() {
        return address("");
    }

    /// A page of it.
    String href(String cursor) {
        return address("", new Parameter("cursor", cursor));
    }

    /// The address of something about the list.
    ///
    /// @param below for example `/export`
    String address(String below, Parameter... more) {
        var all = new ArrayList<>(parameters());
        all.addAll(List.of(more));
        return "/" + collection + below
                + (all.isEmpty()
                        ? ""
                        : all.stream()
                                .map(it -> it.name() + "=" + Hrefs.encoded(it.value()))
                                .collect(Collectors.joining("&", "?", "")));
    }

    public record Parameter(String name, String value) {}

    /// What a form has to carry along so that the list stays as it is.
    List<Parameter> parameters() {
        var kept = kept();
        var all = new ArrayList<Parameter>();
        if (view != null) {
            all.add(new Parameter("view", view.number()));
        }
        add(all, "filter", filter, kept.filter);
        add(all, "sort", sort, kept.sort);
        add(all, "columns", String.join(",", columns), String.join(",", kept.columns));
        add(all, "group", group, kept.group);
        return all;
    }

    private static void add(List<Parameter> all, String name, String value, String kept) {
        if (!value.equals(kept)) {
            all.add(new Parameter(name, value));
        }
    }
}
