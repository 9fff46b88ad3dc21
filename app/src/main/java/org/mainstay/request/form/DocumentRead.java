package org.mainstay.request.form;

import java.util.List;

/// What a text came to.
///
/// @param <D> what it was to be
public sealed interface DocumentRead<D> {

    record Good<D>(D document) implements DocumentRead<D> {}

    /// @param faults at least one
    record Bad<D>(List<Fault> faults) implements DocumentRead<D> {}
}
