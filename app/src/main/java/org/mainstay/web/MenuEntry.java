package org.mainstay.web;

/// A place in the navigation, contributed as a bean by the module behind it.
///
/// @param rank lower ones come first
/// @param label bundle key
/// @param href where it leads
/// @param icon name in the sprite
/// @param permission who sees it; empty for everybody
public record MenuEntry(int rank, String label, String href, String icon, String permission) {}
