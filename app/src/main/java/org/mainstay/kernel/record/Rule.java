package org.mainstay.kernel.record;

/// A rule on save, contributed as a bean: it sees what is about to be written, derives further values,
/// and refuses what must not be. Rules of a type run in `@Order`; the first sees exactly what the plan
/// asks for. A rule reads only through [Draft#lookup()].
public interface Rule {

    /// Code of the record type it belongs to.
    String type();

    void apply(Draft draft);
}
