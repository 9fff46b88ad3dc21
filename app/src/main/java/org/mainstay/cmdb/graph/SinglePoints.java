package org.mainstay.cmdb.graph;

import java.util.List;

/// The single points of failure of an item: each of what it needs whose failure alone hits it.
///
/// @param count how many there are
/// @param truncated whether there are more than are listed
/// @param items nearest first, then by number; their paths lead along what the item needs
public record SinglePoints(int count, boolean truncated, List<Reached> items) {}
