package org.mainstay.web;

/// A look at what a form would make, while it is filled in; contributed as a bean by the module that knows the
/// type.
///
/// @param type code of the record type
/// @param path where the form is sent for it; the answer is a part of a page
public record FormPreview(String type, String path) {}
