package org.mainstay.kernel.store;

import java.util.List;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;

/// What an act from outside came to; each surface says it in its own way.
public sealed interface Outcome {

    /// Done: the record as the actor sees it now.
    record Done(Snapshot record) implements Outcome {}

    /// Done, and the record is no longer visible to the actor (or no longer there).
    record Gone() implements Outcome {}

    /// Not done, but this is what would be done.
    record Previewed(List<Preview> records) implements Outcome {}

    /// The actor sees the record but may not do this (403).
    record Denied(Message reason) implements Outcome {}

    /// The input or the plan is not valid (422).
    record Refused(List<Problem> problems) implements Outcome {}

    /// The record has changed since the version the caller named (412).
    record Stale(Snapshot current) implements Outcome {}

    /// There is no such record for this actor (404).
    record Missing() implements Outcome {}
}
