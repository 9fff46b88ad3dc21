package org.mainstay.web;

import org.mainstay.kernel.record.Attribute;

/// Work that groups do, contributed as a bean: what a lead sees of it.
///
/// @param rank lower ones come first
/// @param title bundle key
/// @param collection as in addresses
/// @param open filter of what is not done yet
/// @param group whose it is
/// @param assignee who does it
/// @param since the moment its age is counted from
public record TeamWork(
        int rank,
        String title,
        String collection,
        String open,
        Attribute<?> group,
        Attribute<?> assignee,
        Attribute<?> since) {}
