package org.mainstay.kernel.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A described type of record: everything the platform needs to list, show, edit, filter, import, export
/// and explain its records without knowing the practice behind it. Immutable.
///
/// @param <R> how the owning module's code sees one of its records
public final class RecordType<R> {

    private final String code;
    private final String collection;
    private final String schema;
    private final String table;
    private final @Nullable String prefix;
    private final Attribute<String> label;
    private final List<Attribute<?>> attributes;
    private final Map<String, Attribute<?>> byCode;
    private final List<Action<R>> actions;
    private final List<Order> orders;
    private final List<Attribute<?>> columns;
    private final List<Section> sections;
    private final Set<Attribute<?>> apart;
    private final List<Attribute<?>> people;
    private final Predicate<Snapshot> finished;
    private final List<Attribute<?>> suggested;
    private final @Nullable Attribute<?> shelf;
    private final String work;
    private final boolean configuration;
    private final boolean deletable;
    private final List<Attribute<?>> coding;
    private final String codeSeparator;
    private final Map<String, String> aliases;
    private final Function<Snapshot, R> reader;
    private final Builder<R> origin;

    private RecordType(Builder<R> from, List<Attribute<?>> overlay) {
        code = from.code;
        collection = from.collection;
        schema = from.schema;
        table = from.table;
        prefix = from.prefix;
        label = Objects.requireNonNull(from.label, "label");
        var all = new ArrayList<>(Header.before());
        all.addAll(from.attributes);
        all.addAll(Header.after());
        all.addAll(overlay);
        attributes = List.copyOf(all);
        var index = new LinkedHashMap<String, Attribute<?>>();
        attributes.forEach(it -> {
            if (index.put(it.code(), it) != null) {
                throw new IllegalArgumentException(code + " has two attributes " + it.code());
            }
        });
        byCode = index;
        actions = List.copyOf(from.actions);
        orders = List.copyOf(from.orders);
        columns = List.copyOf(from.columns);
        sections = Section.covering(attributes, from.sections);
        apart = Set.copyOf(from.apart);
        people = List.copyOf(from.people);
        finished = from.finished;
        suggested = List.copyOf(from.suggested);
        shelf = from.shelf;
        work = from.work.isEmpty() ? code + ":work" : from.work;
        configuration = from.configuration;
        deletable = from.deletable;
        coding = List.copyOf(from.coding);
        codeSeparator = from.codeSeparator;
        reader = Objects.requireNonNull(from.reader, "reader");
        aliases = Map.copyOf(from.aliases);
        origin = from;
    }

    /// @param code singular snake_case, as stored (`incident`)
    /// @param collection plural kebab-case, as in addresses (`incidents`)
    public static <R> Builder<R> named(String code, String collection) {
        return new Builder<>(code, collection);
    }

    public String code() {
        return code;
    }

    public String collection() {
        return collection;
    }

    public String schema() {
        return schema;
    }

    public String table() {
        return table;
    }

    /// The letters before its numbers; null when records carry codes of their own.
    public @Nullable String prefix() {
        return prefix;
    }

    /// The attribute people call a record by.
    public Attribute<String> label() {
        return label;
    }

    /// All of them, header and custom ones included, in the order they are shown.
    public List<Attribute<?>> attributes() {
        return attributes;
    }

    public Optional<Attribute<?>> attribute(String attribute) {
        return Optional.ofNullable(byCode.get(attribute));
    }

    /// @throws IllegalArgumentException for a code that came from our own code and is not there
    public Attribute<?> need(String attribute) {
        return attribute(attribute).orElseThrow(() -> new IllegalArgumentException(code + " has no " + attribute));
    }

    public List<Action<R>> actions() {
        return actions;
    }

    /// The declared orders; the first is the default. Each has an index.
    public List<Order> orders() {
        return orders;
    }

    /// What a list shows when nobody chose columns.
    public List<Attribute<?>> columns() {
        return columns;
    }

    /// All attributes, grouped as pages show them.
    public List<Section> sections() {
        return sections;
    }

    /// What a record's page does not show as it is.
    public Set<Attribute<?>> apart() {
        return apart;
    }

    /// Whom a record is about and who works on it, named beside its title.
    public List<Attribute<?>> people() {
        return people;
    }

    /// Whether nothing is left to do about the record; never where the type does not say.
    public boolean finished(Snapshot record) {
        return finished.test(record);
    }

    /// What is suggested for a new record where most of those that are like it have the same; references only.
    public List<Attribute<?>> suggested() {
        return suggested;
    }

    /// The attribute that is set while a record is put away: filters leave such records out unless they name it. Null
    /// where none ever is.
    public @Nullable Attribute<?> shelf() {
        return shelf;
    }

    /// The permission of those who work on its records: they read and write work notes.
    public String work() {
        return work;
    }

    /// Owned by administrators, readable by every signed-in person.
    public boolean configuration() {
        return configuration;
    }

    public boolean deletable() {
        return deletable;
    }

    /// Whether its numbers are put together from attributes.
    public boolean coded() {
        return !coding.isEmpty();
    }

    /// The number that the values make, for a type whose number is put together from attributes; empty
    /// for other types and while one of the attributes is empty.
    public Optional<String> codeOf(Values values) {
        if (coding.isEmpty() || coding.stream().anyMatch(it -> values.get(it) == null)) {
            return Optional.empty();
        }
        return Optional.of(coding.stream().map(it -> format(it, values)).collect(Collectors.joining(codeSeparator)));
    }

    private static <T> String format(Attribute<T> attribute, Values values) {
        return attribute.kind().format(Objects.requireNonNull(values.get(attribute)));
    }

    /// The typed view of a snapshot that holds all attributes of the type.
    public R read(Snapshot snapshot) {
        return reader.apply(snapshot);
    }

    /// Further collections over the same type, each with the filter that narrows it (`services` is
    /// `class:business_service`).
    public Map<String, String> aliases() {
        return aliases;
    }

    /// The type with fields that rows define in place of any it had.
    public RecordType<R> with(List<Attribute<?>> customFields) {
        return new RecordType<>(origin, customFields);
    }

    @Override
    public String toString() {
        return code;
    }

    public static final class Builder<R> {

        private final String code;
        private final String collection;
        private String schema;
        private String table;
        private @Nullable String prefix;
        private @Nullable Attribute<String> label;
        private final List<Attribute<?>> attributes = new ArrayList<>();
        private final List<Action<R>> actions = new ArrayList<>();
        private final List<Order> orders = new ArrayList<>();
        private final List<Attribute<?>> columns = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();
        private final List<Attribute<?>> apart = new ArrayList<>();
        private final List<Attribute<?>> people = new ArrayList<>();
        private Predicate<Snapshot> finished = _ -> false;
        private final List<Attribute<?>> suggested = new ArrayList<>();
        private @Nullable Attribute<?> shelf;
        private final Map<String, String> aliases = new LinkedHashMap<>();
        private String work = "";
        private boolean configuration;
        private boolean deletable;
        private List<Attribute<?>> coding = List.of();
        private String codeSeparator = "";
        private @Nullable Function<Snapshot, R> reader;

        private Builder(String code, String collection) {
            this.code = code;
            this.collection = collection;
            this.schema = code;
            this.table = code;
        }

        /// Where its rows lie; by default a table and a schema named as the type.
        public Builder<R> table(String inSchema, String name) {
            schema = inSchema;
            table = name;
            return this;
        }

        /// Numbers from a sequence `<schema>.<table>_number`.
        public Builder<R> numbered(String letters) {
            prefix = letters;
            return this;
        }

        /// Numbers put together from attributes, for example `<list>:<code>`.
        public Builder<R> coded(String separator, Attribute<?>... parts) {
            codeSeparator = separator;
            coding = List.of(parts);
            return this;
        }

        public Builder<R> label(Attribute<String> attribute) {
            label = attribute;
            return this;
        }

        public Builder<R> attributes(Attribute<?>... own) {
            attributes.addAll(List.of(own));
            return this;
        }

        @SafeVarargs
        public final Builder<R> actions(Action<R>... verbs) {
            actions.addAll(List.of(verbs));
            return this;
        }

        public Builder<R> actions(List<Action<R>> verbs) {
            actions.addAll(verbs);
            return this;
        }

        public Builder<R> orders(Order... declared) {
            orders.addAll(List.of(declared));
            return this;
        }

        public Builder<R> columns(Attribute<?>... shown) {
            columns.addAll(List.of(shown));
            return this;
        }

        /// Attributes that pages show together, under the bundle key `<type>.section.<name>`.
        public Builder<R> section(String name, Attribute<?>... together) {
            sections.add(new Section(name, List.of(together)));
            return this;
        }

        /// Long texts that are for programs: a page shows what they say in a way of its own.
        public Builder<R> apart(Attribute<?>... texts) {
            apart.addAll(List.of(texts));
            return this;
        }

        public Builder<R> people(Attribute<?>... concerned) {
            people.addAll(List.of(concerned));
            return this;
        }

        /// The values of a choice that say that nothing is left to do.
        @SafeVarargs
        public final <E extends Enum<E>> Builder<R> finished(Attribute<E> attribute, E... values) {
            var done = Set.of(values);
            finished = record -> record.get(attribute) instanceof Enum<?> value && done.contains(value);
            return this;
        }

        public Builder<R> suggested(Attribute<?>... references) {
            suggested.addAll(List.of(references));
            return this;
        }

        /// Records that have the attribute set are put away: no filter finds them unless it names the attribute.
        public Builder<R> shelf(Attribute<?> attribute) {
            shelf = attribute;
            return this;
        }

        /// Who works on its records; by default who has the permission `<type>:work`.
        public Builder<R> workedBy(String permission) {
            work = permission;
            return this;
        }

        public Builder<R> configuration() {
            configuration = true;
            return this;
        }

        public Builder<R> deletable() {
            deletable = true;
            return this;
        }

        public Builder<R> alias(String otherCollection, String filter) {
            aliases.put(otherCollection, filter);
            return this;
        }

        public Builder<R> reader(Function<Snapshot, R> view) {
            reader = view;
            return this;
        }

        public RecordType<R> build() {
            return new RecordType<>(this, List.of());
        }
    }
}
