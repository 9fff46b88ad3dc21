package org.mainstay.kernel.definition;

import java.util.UUID;

/// Whether something goes by a definition, or by a version of one, so that it stays: contributed as a bean by whoever
/// does.
@FunctionalInterface
public interface DefinitionUse {

    /// @param id of a definition or of a version
    boolean of(UUID id);
}
