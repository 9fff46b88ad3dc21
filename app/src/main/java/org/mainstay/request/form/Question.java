package org.mainstay.request.form;

/// Something that is asked, as it stands in a document: its conditions are still texts.
///
/// @param code tells it from all others of its form; conditions and answers name it by this
/// @param hint for information the text itself
/// @param showWhen a condition; empty for always, as with the next two
/// @param message what is said where `validWhen` does not hold
/// @param prefill `{requester.location}`, `{other_question}` or a value; empty for none
public record Question(
        String code,
        QuestionKind kind,
        Words label,
        Words hint,
        boolean required,
        String showWhen,
        String requireWhen,
        String validWhen,
        Words message,
        String prefill)
        implements Entry {}
