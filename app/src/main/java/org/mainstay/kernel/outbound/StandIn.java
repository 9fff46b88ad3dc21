package org.mainstay.kernel.outbound;

import java.net.URI;

/// What is called in place of another system where that is only played: contributed as a bean.
///
/// @param host of the other system
/// @param at scheme, host and port of what is called instead
public record StandIn(String host, URI at) {}
