package org.mainstay.request.form;

/// What stands in a section: a question, or questions that stand elsewhere.
public sealed interface Entry permits Question, SetUse {}
