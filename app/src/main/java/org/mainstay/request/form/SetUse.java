package org.mainstay.request.form;

/// The questions of a set, in place.
///
/// @param set its code
public record SetUse(String set) implements Entry {}
