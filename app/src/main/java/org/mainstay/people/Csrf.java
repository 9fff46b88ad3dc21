package org.mainstay.people;

/// What a page sends along with every change, as the header `X-CSRF-Token` or the form field `_csrf`.
/// Controllers take it as an argument; it is empty where nobody is signed in by session.
public record Csrf(String token) {

    public static final String HEADER = "X-CSRF-Token";
    public static final String FIELD = "_csrf";
    /// The request attribute under which pages find it.
    public static final String ATTRIBUTE = Csrf.class.getName();

    public static final Csrf NONE = new Csrf("");
}
