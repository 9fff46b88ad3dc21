package org.mainstay.transfer.configuration;

import org.mainstay.kernel.record.Message;

/// What is wrong with a text, and where.
///
/// @param pointer JSON pointer of the place; empty for the text as a whole
record Fault(String pointer, Message reason) {

    static Fault at(String pointer, String key, Object... arguments) {
        return new Fault(pointer, Message.of(key, arguments));
    }

    static String pointer(String... steps) {
        var pointer = new StringBuilder();
        for (String step : steps) {
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
