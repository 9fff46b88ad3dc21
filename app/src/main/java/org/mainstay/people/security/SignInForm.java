package org.mainstay.people.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the sign-in page shows.
///
/// @param problem why the last attempt failed
/// @param demo null where this is no demo
public record SignInForm(
        String userName,
        String next,
        @Nullable String problem,
        @Nullable Demo demo) {

    /// @param password of everybody in the cast
    public record Demo(String password, List<Member> cast) {}

    public record Member(String userName, String name, String title) {}
}
