package org.mainstay.flow;

import org.mainstay.kernel.record.Message;

/// What is wrong with a flow.
///
/// @param element id of the element that it is about; empty for the whole
public record Fault(String element, Message reason) {

    static Fault of(String element, String key, Object... arguments) {
        return new Fault(element, Message.of(key, arguments));
    }
}
