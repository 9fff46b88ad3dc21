package org.mainstay.kernel.definition;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.PickList;
import org.mainstay.kernel.record.Picks.Option;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;

/// The types of records there are, by their codes.
record RecordTypeList(RecordTypes types, Messages messages) implements PickList {

    @Override
    public String code() {
        return Definitions.RECORD_TYPES;
    }

    @Override
    public boolean has(String option) {
        return types.byCode(option).isPresent();
    }

    @Override
    public List<Option> options(Locale locale) {
        return types.all().stream()
                .map(it -> new Option(it.code(), messages.say(locale, it.code())))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    @Override
    public String label(String option, Locale locale) {
        return has(option) ? messages.say(locale, option) : option;
    }
}
