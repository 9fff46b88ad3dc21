package org.mainstay.request.form;

import org.mainstay.kernel.record.Message;

/// Something that is wrong, and where.
///
/// @param pointer JSON pointer into the document or into the answers; empty for all of it
public record Fault(String pointer, Message reason) {

    static Fault at(String pointer, String key, Object... arguments) {
        return new Fault(pointer, Message.of(key, arguments));
    }
}
