package org.mainstay.web;

import java.util.List;

/// A record that is called alike.
///
/// @param state the badges beside it; empty for none
public record SimilarLine(Shown record, String number, List<Shown> state) {}
