package org.mainstay.kernel.filter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mainstay.kernel.record.Picks;

/// One list for all, and a tree: green and Blue are below red.
final class Colours implements Picks {

    @Override
    public boolean has(String list, String code) {
        return within(list, "red").contains(code);
    }

    @Override
    public List<Option> options(String list, Locale locale) {
        return within(list, "red").stream()
                .sorted()
                .map(it -> new Option(it, it))
                .toList();
    }

    @Override
    public String label(String list, String code, Locale locale) {
        return code;
    }

    @Override
    public Set<String> within(String list, String code) {
        return code.equals("red") ? Set.of("red", "green", "Blue") : Set.of(code);
    }
}
