package org.mainstay.request.form;

import java.util.UUID;

/// Whether something asks by a form, or was ordered by a version of one, so that it stays: contributed as a bean by
/// whoever does.
@FunctionalInterface
public interface FormUse {

    /// @param id of a form or of a version
    boolean of(UUID id);
}
