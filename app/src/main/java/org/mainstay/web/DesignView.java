package org.mainstay.web;

import java.util.List;

/// What the page of the design shows.
///
/// @param colours names of the tokens
/// @param spaces steps of the 4 px grid
/// @param states of each type that has some
/// @param inputs every widget, in every state it has
public record DesignView(
        List<String> colours,
        List<String> spaces,
        List<List<Shown>> states,
        List<Shown> ranks,
        List<Shown> moments,
        List<FormView.Input> inputs) {}
