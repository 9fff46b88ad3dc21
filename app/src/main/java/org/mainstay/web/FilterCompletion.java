package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;

/// What may stand at a place in a filter text: attributes the reader may ask for, and for an attribute its
/// values.
public final class FilterCompletion {

    private static final int FEW = 10;
    private static final Pattern COMPARED = Pattern.compile("-?([A-Za-z][A-Za-z0-9_.]*)(:|=|!=|~|<=|>=|<|>)(.*)");
    private static final Pattern SIMPLE = Pattern.compile("[\\p{L}\\p{N}_.@+-]+");
    private static final List<String> TIMES = List.of("today", "yesterday", "-24h", "-7d", "-30d", "-90d");

    private final FilterParser parser;
    private final RecordTypes types;
    private final RecordStore store;
    private final Access access;
    private final Picks picks;
    private final Messages messages;

    FilterCompletion(
            FilterParser parser, RecordTypes types, RecordStore store, Access access, Picks picks, Messages messages) {
        this.parser = parser;
        this.types = types;
        this.store = store;
        this.access = access;
        this.picks = picks;
        this.messages = messages;
    }

    /// @param from where what is replaced begins, 0-based
    /// @param to where it ends, exclusive
    public record Offer(int from, int to, List<Item> items) {}

    /// @param text to be put in
    /// @param label what it means to the reader
    public record Item(String text, String label) {}

    /// @param at the cursor; places outside the text count as its end
    Offer at(String text, int at, RecordType<?> type, Actor actor, Locale locale) {
        int cursor = at < 0 || at > text.length() ? text.length() : at;
        int from = termStart(text, cursor);
        var term = text.substring(from, cursor);
        var compared = COMPARED.matcher(term);
        if (compared.matches()) {
            int value = from + compared.start(3) + lastComma(compared.group(3)) + 1;
            var items = parser.attribute(compared.group(1), type, actor)
                    .map(it -> values(it, bare(text.substring(value, cursor)), actor, locale))
                    .orElse(List.of());
            return new Offer(value, cursor, items);
        }
        int name = from + (term.startsWith("-") ? 1 : 0);
        return new Offer(name, cursor, names(type, text.substring(name, cursor), actor, locale));
    }

    private static int termStart(String text, int cursor) {
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < cursor; i++) {
            char there = text.charAt(i);
            if (there == '"') {
                quoted = !quoted;
            } else if (!quoted && (Character.isWhitespace(there) || there == '(' || there == ')')) {
                start = i + 1;
            }
        }
        return start;
    }

    private static int lastComma(String values) {
        int comma = -1;
        boolean quoted = false;
        for (int i = 0; i < values.length(); i++) {
            char there = values.charAt(i);
            quoted ^= there == '"';
            comma = there == ',' && !quoted ? i : comma;
        }
        return comma;
    }

    private static String bare(String value) {
        return value.replace("\"", "").strip();
    }

    private Optional<RecordType<?>> target(Attribute<?> reference) {
        return Optional.ofNullable(reference.kind().target()).flatMap(types::byCode);
    }

    private List<Item> names(RecordType<?> type, String typed, Actor actor, Locale locale) {
        int dot = typed.lastIndexOf('.');
        var before = typed.substring(0, dot + 1);
        var of = dot <= 0 || before.equals("custom.")
                ? Optional.of(type)
                : parser.attribute(typed.substring(0, dot), type, actor)
                        .map(FilterParser.Named::attribute)
                        .flatMap(this::target);
        if (of.isEmpty()) {
            return List.of();
        }
        boolean whole = before.equals("custom.");
        var start = Texts.fold(whole ? typed : typed.substring(dot + 1));
        var lead = whole ? "" : before;
        return access.readable(of.get(), actor).stream()
                .map(it -> new Item(lead + it.code() + ":", messages.attribute(of.get(), it, locale)))
                .filter(it -> begins(it.text().substring(lead.length()), start) || begins(it.label(), start))
                .limit(FEW)
                .toList();
    }

    private static boolean begins(String text, String start) {
        return Stream.of(Texts.fold(text).split("[ _.:]+")).anyMatch(it -> it.startsWith(start))
                || Texts.fold(text).startsWith(start);
    }

    private List<Item> values(FilterParser.Named named, String typed, Actor actor, Locale locale) {
        var attribute = named.attribute();
        var start = Texts.fold(typed);
        var items = new ArrayList<Item>();
        switch (attribute.kind()) {
            case Kind.Choice<?> choice -> {
                for (var option : choice.options().getEnumConstants()) {
                    items.add(new Item(
                            code(attribute, option), messages.choice(named.type(), attribute, option, locale)));
                }
            }
            case Kind.Pick(var list) ->
                picks.options(list, locale).forEach(it -> items.add(new Item(it.code(), it.label())));
            case Kind.YesNo _ -> {
                items.add(new Item("yes", messages.say(locale, "web.yes")));
                items.add(new Item("no", messages.say(locale, "web.no")));
            }
            case Kind.Moment _, Kind.Day _ -> TIMES.forEach(it -> items.add(new Item(it, "")));
            case Kind<?> kind
            when kind.target() instanceof String target -> {
                return records(types.need(target), typed, start, actor);
            }
            default -> {}
        }
        return items.stream()
                .filter(it -> begins(it.text, start) || begins(it.label, start))
                .limit(FEW)
                .toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the option is one of the attribute's
    private static String code(Attribute attribute, Enum<?> option) {
        return attribute.kind().format(option);
    }

    private List<Item> records(RecordType<?> target, String typed, String start, Actor actor) {
        var items = new ArrayList<Item>();
        var own = target.code().equals("person") ? "me" : target.code().equals("group") ? "mygroups" : "";
        if (!own.isEmpty() && own.startsWith(start)) {
            items.add(new Item(own, ""));
        }
        store.suggest(actor, target, Filter.EVERYTHING, typed, FEW).forEach(it -> items.add(item(it)));
        return items;
    }

    /// By number, which is unique; the label says who or what it is.
    private static Item item(Label label) {
        return new Item(written(label.number()), label.label());
    }

    private static String written(String value) {
        return SIMPLE.matcher(value).matches() ? value : FilterText.quote(value);
    }
}
