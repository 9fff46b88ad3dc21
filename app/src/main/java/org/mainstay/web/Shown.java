package org.mainstay.web;

import java.util.List;

/// A value as a page shows it.
public sealed interface Shown {

    record Nothing() implements Shown {}

    record Plain(String text) implements Shown {}

    /// Safe HTML, from the one sanitiser.
    record Html(String html) implements Shown {}

    /// An option of a fixed set; the code chooses its shape.
    record Badge(String attribute, String code, String label) implements Shown {}

    /// A small number that ranks, such as a priority.
    record Rank(long value) implements Shown {}

    record Moment(String iso, String text, String exact) implements Shown {}

    /// @param href empty where the record has no page
    record Linked(String href, String number, String label) implements Shown {}

    record Many(List<Shown> items) implements Shown {}
}
