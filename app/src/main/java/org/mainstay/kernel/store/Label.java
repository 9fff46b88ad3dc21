package org.mainstay.kernel.store;

import java.util.UUID;

/// How a reference is shown.
///
/// @param number number, code or user name
/// @param label what people call it
public record Label(UUID id, String type, String number, String label) {}
