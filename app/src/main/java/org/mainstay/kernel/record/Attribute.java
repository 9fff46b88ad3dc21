package org.mainstay.kernel.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// One described attribute of a record type: its code, its kind and where its value lies. Attributes are
/// compared by identity; across custom-field overlays the code is what stays.
///
/// @param <T> the Java type of its values
public final class Attribute<T> {

    /// Where a value lies.
    public sealed interface Source {

        /// A column of the record's table.
        record Column(String name) implements Source {}

        /// A key of a JSONB column of the record's table, stored in its kind's native JSON form.
        record Key(String column, String key) implements Source {}

        /// Computed by SQL from the record's row (its alias is given); never written, never in history.
        ///
        /// @param holders for sets kept in a table of their own: the ids of the records whose set holds
        ///     one of the given values, by an index; null where there is no such way
        /// @param many whether very many records may hold one value, so that each is looked up while a list
        ///     is walked, instead of all being found before
        record Computed(
                Function<String, Field<?>> sql,
                @Nullable Function<Collection<?>, Select<? extends Record1<UUID>>> holders,
                boolean many)
                implements Source {}
    }

    /// Which records have an attribute at all: those whose pick has one of these codes.
    public record Only(Attribute<?> by, Set<String> codes) {}

    /// At most eight; what is conditional lives in rules and in an action's questions.
    public enum Trait {
        /// Never empty.
        REQUIRED,
        /// Changed by actions and rules only.
        READ_ONLY,
        /// May be given when the record is created, later only actions and rules change it.
        SET_ONCE,
        /// Part of free-text search; text and prose only.
        SEARCHED,
        /// Reading needs the permission `<type>:sensitive`.
        SENSITIVE,
        /// Erased when the person is pseudonymised.
        PERSONAL,
        /// No two records of the type share a value.
        UNIQUE,
        /// Kept out of history: values that say nothing about the record itself.
        UNRECORDED
    }

    private final String code;
    private final Kind<T> kind;
    private final Source source;
    private final Set<Trait> traits;
    private final Map<Locale, String> names;
    private final @Nullable T preset;
    private final boolean derived;
    private final @Nullable Only only;

    private Attribute(String code, Kind<T> kind, Source source, Set<Trait> traits) {
        this(code, kind, source, traits, Map.of(), null, false, null);
    }

    private Attribute(
            String code,
            Kind<T> kind,
            Source source,
            Set<Trait> traits,
            Map<Locale, String> names,
            @Nullable T preset,
            boolean derived,
            @Nullable Only only) {
        this.code = code;
        this.kind = kind;
        this.source = source;
        this.traits = Set.copyOf(traits);
        this.names = Map.copyOf(names);
        this.preset = preset;
        this.derived = derived;
        this.only = only;
    }

    /// An attribute in a column of its own, named as its code.
    public static <T> Attribute<T> column(String code, Kind<T> kind, Trait... traits) {
        return new Attribute<>(code, kind, new Source.Column(code), of(traits));
    }

    /// An administrator's field: `custom.<key>` everywhere, kept in the column `custom`.
    public static <T> Attribute<T> custom(String key, Kind<T> kind, Trait... traits) {
        return new Attribute<>("custom." + key, kind, new Source.Key("custom", key), of(traits));
    }

    /// An attribute kept as a key of a JSONB column, under a flat code.
    public static <T> Attribute<T> key(String column, String code, Kind<T> kind, Trait... traits) {
        return new Attribute<>(code, kind, new Source.Key(column, code), of(traits));
    }

    /// A read-only attribute that SQL computes from the row.
    public static <T> Attribute<T> computed(
            String code, Kind<T> kind, Function<String, Field<?>> sql, Trait... traits) {
        var all = of(traits);
        all.add(Trait.READ_ONLY);
        all.add(Trait.UNRECORDED);
        return new Attribute<>(code, kind, new Source.Computed(sql, null, false), all);
    }

    /// A read-only set that lies in a table of its own.
    ///
    /// @param sql the record's set, computed from its row
    /// @param holders the records whose set holds one of these values
    public static <E> Attribute<Set<E>> related(
            String code,
            Kind<Set<E>> kind,
            Function<String, Field<?>> sql,
            Function<Collection<?>, Select<? extends Record1<UUID>>> holders) {
        return new Attribute<>(
                code, kind, new Source.Computed(sql, holders, false), EnumSet.of(Trait.READ_ONLY, Trait.UNRECORDED));
    }

    /// The same where one value may be in the sets of very many records.
    public static <E> Attribute<Set<E>> gathered(
            String code,
            Kind<Set<E>> kind,
            Function<String, Field<?>> sql,
            Function<Collection<?>, Select<? extends Record1<UUID>>> holders) {
        return new Attribute<>(
                code, kind, new Source.Computed(sql, holders, true), EnumSet.of(Trait.READ_ONLY, Trait.UNRECORDED));
    }

    private static Set<Trait> of(Trait... traits) {
        var set = EnumSet.noneOf(Trait.class);
        set.addAll(Arrays.asList(traits));
        return set;
    }

    public String code() {
        return code;
    }

    public Kind<T> kind() {
        return kind;
    }

    public Source source() {
        return source;
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public boolean custom() {
        return code.startsWith("custom.");
    }

    /// The same attribute with the names that an administrator gave it, which no bundle knows.
    public Attribute<T> named(Map<Locale, String> given) {
        return new Attribute<>(code, kind, source, traits, given, preset, derived, only);
    }

    /// The same attribute with a value that new records have where none is given.
    public Attribute<T> preset(T value) {
        return new Attribute<>(code, kind, source, traits, names, value, derived, only);
    }

    /// The same attribute, which a rule of its type fills where a new record is given none.
    public Attribute<T> derived() {
        return new Attribute<>(code, kind, source, traits, names, preset, true, only);
    }

    /// The same attribute, which only some of the type's records have.
    public Attribute<T> only(Attribute<?> by, Set<String> codes) {
        return new Attribute<>(code, kind, source, traits, names, preset, derived, new Only(by, Set.copyOf(codes)));
    }

    /// Which records have it; null for all.
    public @Nullable Only only() {
        return only;
    }

    /// Whether a record has the attribute.
    ///
    /// @param values of the record
    public boolean applies(Function<Attribute<?>, @Nullable Object> values) {
        return only == null || values.apply(only.by) instanceof String code && only.codes.contains(code);
    }

    /// What a new record has where no value is given; null for none.
    public @Nullable T preset() {
        return preset;
    }

    /// Whether whoever makes a record has to give a value.
    public boolean needed() {
        return has(Trait.REQUIRED) && preset == null && !derived;
    }

    /// What an administrator called it in the language; null for shipped attributes.
    public @Nullable String name(Locale language) {
        return names.getOrDefault(language, names.get(Locale.ENGLISH));
    }

    /// Whether history keeps its values and folding history gives them back.
    public boolean recorded() {
        return !has(Trait.UNRECORDED);
    }

    /// The SQL that reads the raw value from the row called `alias`: for a key of a JSONB column the JSON
    /// itself.
    public Field<?> sql(String alias) {
        return switch (source) {
            case Source.Column(var name) -> DSL.field(DSL.name(alias, name), kind.sqlType());
            case Source.Key(var column, var key) ->
                DSL.field("{0} -> {1}", JSONB.class, DSL.field(DSL.name(alias, column)), DSL.inline(key));
            case Source.Computed computed -> computed.sql().apply(alias);
        };
    }

    @Override
    public String toString() {
        return code;
    }
}
