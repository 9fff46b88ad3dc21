package org.mainstay.kernel.record;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The options of administrator-owned lists.
public interface Picks {

    /// Whether the list has the code and it may still be chosen.
    boolean has(String list, String code);

    /// In the list's order; those that may no longer be chosen are left out.
    List<Option> options(String list, Locale locale);

    /// The label of any code, also one that may no longer be chosen; the code itself where it is unknown.
    String label(String list, String code, Locale locale);

    /// What a filter by the code matches: itself and, where the list is a tree, everything below it.
    Set<String> within(String list, String code);

    record Option(String code, String label) {}
}
