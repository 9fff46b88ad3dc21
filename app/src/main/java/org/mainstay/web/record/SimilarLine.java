package org.mainstay.web.record;

import java.util.List;
import org.mainstay.web.Shown;

/// A record that is called alike.
///
/// @param state the badges beside it; empty for none
public record SimilarLine(Shown record, String number, List<Shown> state) {}
