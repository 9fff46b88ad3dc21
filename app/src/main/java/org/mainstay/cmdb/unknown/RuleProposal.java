package org.mainstay.cmdb.unknown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// Finds what some devices have in common and things of other classes have not: the makers' prefix of their hardware
/// addresses, maker and model, words of the system, open ports, how their names begin.
final class RuleProposal {

    static final String UNKNOWN = "unknown_device";

    /// Terms that are tried, and terms that a condition has.
    private static final int TRIED = 10;

    private static final int MOST_TERMS = 3;

    /// Terms that are tried beside the best one.
    private static final int JOINED = 5;

    private static final Pattern PORT = Pattern.compile("\\d{1,5}/(tcp|udp)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{3,}");
    private static final Pattern NAME = Pattern.compile("^([\\p{L}-]{3,})[\\d.-]");
    private static final int MAC_PREFIX = 8;

    private final RecordStore store;
    private final RecordTypes types;
    private final ItemClasses classes;

    RuleProposal(RecordStore store, RecordTypes types, ItemClasses classes) {
        this.store = store;
        this.types = types;
        this.classes = classes;
    }

    /// How far a condition reaches; counts stop at 10,000.
    ///
    /// @param unknown devices it holds for
    /// @param same things that have the class already
    /// @param others things of another class, which it would call what they are not
    record Reach(long unknown, long same, long others) {}

    private record Rated(Filter filter, long others) {}

    /// The condition that fits all devices and fewest things of other classes; empty where nothing is common to them.
    Optional<Filter> of(Actor actor, List<Snapshot> devices, String itemClass) {
        var others = others(itemClass);
        var terms = terms(devices).stream()
                .limit(TRIED)
                .map(it -> new Rated(it, count(actor, it, others)))
                .sorted(Comparator.comparingLong(Rated::others))
                .toList();
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        var best = widest(actor, terms);
        for (int i = 1; i < MOST_TERMS && best.others > 0; i++) {
            var so = best;
            var next = terms.stream()
                    .filter(it -> !so.filter.equals(it.filter))
                    .limit(JOINED)
                    .map(it -> Filter.all(so.filter, it.filter))
                    .map(it -> new Rated(it, count(actor, it, others)))
                    .min(Comparator.comparingLong(Rated::others))
                    .filter(it -> it.others < so.others);
            if (next.isEmpty()) {
                break;
            }
            best = next.get();
        }
        return Optional.of(best.filter);
    }

    /// Of the terms that fit fewest things of other classes the one that fits most devices.
    private Rated widest(Actor actor, List<Rated> terms) {
        var widest = terms.getFirst();
        long others = widest.others;
        var alike = terms.stream().filter(it -> it.others == others).toList();
        long most = -1;
        for (var it : alike.size() == 1 ? List.<Rated>of() : alike) {
            long devices = count(actor, it.filter, List.of(UNKNOWN));
            if (devices > most) {
                most = devices;
                widest = it;
            }
        }
        return widest;
    }

    Reach reach(Actor actor, Filter condition, String itemClass) {
        return new Reach(
                count(actor, condition, List.of(UNKNOWN)),
                count(actor, condition, classes.within(itemClass)),
                count(actor, condition, others(itemClass)));
    }

    /// The classes of things that are neither of the class nor of one above it.
    private List<String> others(String itemClass) {
        var within = classes.within(itemClass);
        var above = classes.lineage(itemClass).stream().map(ItemClass::code).toList();
        return classes.all().stream()
                .filter(ItemClass::hasItems)
                .map(ItemClass::code)
                .filter(it -> !it.equals(UNKNOWN) && !within.contains(it) && !above.contains(it))
                .toList();
    }

    private long count(Actor actor, Filter condition, Collection<String> of) {
        var type = ConfigurationItemType.CONFIGURATION_ITEM;
        var filter = Filter.all(Filter.is(ConfigurationItemType.CLASS, of.toArray()), condition);
        return store.count(actor, type, filter).value();
    }

    private List<Filter> terms(List<Snapshot> devices) {
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        var terms = new ArrayList<Filter>();
        for (var code : List.of("manufacturer", "model", "os")) {
            common(type, code, devices, terms);
        }
        var macs = values(type, "mac_address", devices).stream()
                .map(it -> it.substring(0, Math.min(MAC_PREFIX, it.length())))
                .distinct()
                .toList();
        if (macs.size() == 1 && macs.getFirst().length() == MAC_PREFIX) {
            type.attribute("mac_address").ifPresent(it -> terms.add(contains(it, macs.getFirst())));
        }
        shared(values(type, "description", devices), PORT)
                .forEach(it -> terms.add(Filter.is(ConfigurationItemType.DESCRIPTION, it)));
        var names = values(type, "name", devices).stream()
                .map(NAME::matcher)
                .map(it -> it.find() ? it.group(1) : "")
                .distinct()
                .toList();
        if (names.size() == 1 && !names.getFirst().isEmpty()) {
            terms.add(contains(ConfigurationItemType.NAME, names.getFirst()));
        }
        return terms;
    }

    /// The value where all have the same, else the words that all have.
    private static void common(RecordType<?> type, String code, List<Snapshot> devices, List<Filter> terms) {
        var values = values(type, code, devices);
        var attribute = type.attribute(code);
        if (values.isEmpty() || attribute.isEmpty()) {
            return;
        }
        if (values.stream().map(Texts::fold).distinct().count() == 1) {
            terms.add(Filter.is(attribute.get(), values.getFirst()));
        } else {
            shared(values, WORD).forEach(it -> terms.add(contains(attribute.get(), it)));
        }
    }

    private static Filter contains(Attribute<?> attribute, String text) {
        return new Filter.Contains(Filter.Path.of(attribute), Texts.fold(text));
    }

    private static Set<String> shared(List<String> values, Pattern pattern) {
        var shared = new LinkedHashSet<String>();
        for (int i = 0; i < values.size(); i++) {
            var here = pattern.matcher(values.get(i))
                    .results()
                    .map(it -> it.group())
                    .toList();
            if (i == 0) {
                shared.addAll(here);
            } else {
                shared.retainAll(here);
            }
        }
        return shared;
    }

    /// Empty unless all of them have one.
    private static List<String> values(RecordType<?> type, String code, List<Snapshot> devices) {
        var attribute = type.attribute(code);
        if (attribute.isEmpty()) {
            return List.of();
        }
        var values = devices.stream()
                .map(it -> it.values().get(code))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
        return values.size() == devices.size() ? values : List.of();
    }
}
