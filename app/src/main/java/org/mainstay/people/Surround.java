package org.mainstay.people;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/// Puts a page of this module for somebody who is signed in into the frame that all pages share. The web
/// module contributes it.
@FunctionalInterface
public interface Surround {

    /// @param title of the page
    /// @param content what stands inside
    Content around(HttpServletRequest request, Locale reader, String title, Content content);
}
