package org.mainstay.cmdb.graph;

import java.time.Instant;

/// The part of the graph that a question is about: what exists at an instant and is somebody's to see. The rest is
/// neither listed nor counted nor walked through.
public record View(Instant at, Organisations visible) {}
