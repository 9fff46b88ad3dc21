package org.mainstay.kernel.outbound;

import org.mainstay.kernel.record.Message;

/// What became of a call.
public sealed interface Answer {

    /// @param status of HTTP
    /// @param body cut where it is long
    record Came(int status, String body) implements Answer {}

    /// Nobody knows whether it arrived.
    record Lost(Message reason) implements Answer {}

    /// It was not made.
    record Refused(Message reason) implements Answer {}
}
