package org.mainstay.web.record;

/// Something that a mention may mean.
///
/// @param text the mention
/// @param label what it leads to
public record MentionOption(String text, String label) {}
