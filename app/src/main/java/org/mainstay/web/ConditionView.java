package org.mainstay.web;

import java.util.List;

/// The editor of one term of a filter.
///
/// @param apply where it is sent
/// @param at which term it replaces; beyond the last to add one
/// @param attribute as written in the filter
/// @param values as they are written; one empty text where there is none yet
/// @param options to choose from; empty where values are written
/// @param hints values that may be meant, for what is written
/// @param suggest where completion comes from, for references
public record ConditionView(
        String apply,
        List<ListState.Parameter> carried,
        int at,
        String attribute,
        String label,
        List<ListView.Choice> operators,
        List<String> values,
        List<ListView.Choice> options,
        List<ListView.Choice> hints,
        String suggest) {}
