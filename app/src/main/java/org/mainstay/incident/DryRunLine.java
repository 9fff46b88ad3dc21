package org.mainstay.incident;

/// An incident that a rule would have moved, as the dry run's page shows it.
///
/// @param from the group it is with today; empty for none
public record DryRunLine(String number, String title, String from, String to) {}
