package org.mainstay.web.administration;

import org.mainstay.web.Shown;

/// A line of the audit as its page shows it.
///
/// @param detail what else is known of it
public record AuditLine(Shown.Moment when, String event, Shown actor, String address, String detail) {}
