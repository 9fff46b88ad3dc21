package org.mainstay.kernel.record;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/// A list of options that is kept otherwise than by `pick` records, contributed as a bean.
public interface PickList {

    /// What attributes of kind pick call it.
    String code();

    /// Whether it has the option and it may still be chosen.
    boolean has(String option);

    /// In the order of the list; those that may no longer be chosen are left out.
    List<Picks.Option> options(Locale locale);

    /// The label of any option, also one that may no longer be chosen; the code itself where it is unknown.
    String label(String option, Locale locale);

    /// What a filter by the option matches: itself and, where the list is a tree, everything below it.
    default Set<String> within(String option) {
        return Set.of(option);
    }

    /// What a question comes to where the list is as the transaction at hand has made it so far, for this thread
    /// only.
    default <T> T trying(Supplier<T> question) {
        return question.get();
    }
}
