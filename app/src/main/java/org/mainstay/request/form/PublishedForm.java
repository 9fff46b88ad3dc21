package org.mainstay.request.form;

import java.util.UUID;

/// A form as people get it.
///
/// @param version id of the form's version, by which what was ordered finds it again
/// @param number of that version
public record PublishedForm(UUID form, String code, UUID version, String number, long revision, String name, Form of) {}
