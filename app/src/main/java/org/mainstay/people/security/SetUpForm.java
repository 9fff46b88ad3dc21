package org.mainstay.people.security;

import java.util.List;

/// What the page behind a set-up link shows.
///
/// @param first whether it makes the first administrator
public record SetUpForm(
        String action, boolean first, String userName, String name, String email, List<String> problems) {}
