package org.mainstay.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.mainstay.kernel.record.Snapshot;

/// Addresses of pages.
public final class Hrefs {

    private Hrefs() {}

    /// As a part of a path or a parameter's value.
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static String record(String collection, String number) {
        return "/" + collection + "/" + encoded(number);
    }

    public static String record(String collection, Snapshot record) {
        return record(collection, record.number());
    }

    /// To the record, saying that what was typed is kept now: the browser drops its draft.
    public static String saved(String collection, String number) {
        return "redirect:" + record(collection, number) + "#saved";
    }
}
