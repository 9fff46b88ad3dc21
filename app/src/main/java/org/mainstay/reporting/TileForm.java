package org.mainstay.reporting;

import java.util.List;
import org.mainstay.web.FormView;

/// The form of a tile.
///
/// @param number of the tile; empty for a new one
/// @param collection whose filter it completes
/// @param errors that are about none of the inputs
public record TileForm(
        String number, String post, String collection, List<FormView.Input> inputs, List<String> errors) {}
