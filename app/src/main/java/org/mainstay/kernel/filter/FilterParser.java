package org.mainstay.kernel.filter;

import java.util.List;
import java.util.Optional;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;

/// Reads the search-bar language: `state:new,in_progress priority<=2 -service:Payroll opened>-7d "printer
/// jam"`.
///
/// Terms beside each other are joined by and; `or` binds weaker, `not` and `-` stronger; parentheses
/// group. Total and bounded: any text gives a filter or errors with places, never an exception.
public final class FilterParser {

    private final RecordTypes types;
    private final Access access;
    private final References references;

    public FilterParser(RecordTypes types, Access access, References references) {
        this.types = types;
        this.access = access;
        this.references = references;
    }

    /// @param text blank for every record
    public Parsed parse(String text, RecordType<?> type, FilterContext context) {
        return split(text, type, context).whole();
    }

    /// The same, with the terms it is made of.
    public Split split(String text, RecordType<?> type, FilterContext context) {
        return split(text, Filter.EVERYTHING, type, context);
    }

    /// What somebody asks for of a collection, which an alias narrows by a condition of its own. The terms are theirs.
    public Split split(String text, RecordTypes.Collection of, FilterContext context) {
        var own = of.filter().isEmpty() ? Filter.EVERYTHING : own(of, context);
        return split(text, own, of.type(), context);
    }

    private Filter own(RecordTypes.Collection of, FilterContext context) {
        return switch (Grammar.read(of.filter(), terms(of.type(), context))) {
            case Grammar.Read.Good(var whole, var _) -> whole;
            case Grammar.Read.Bad(var error) ->
                throw new IllegalStateException("the condition of " + of + " cannot be read: " + error);
        };
    }

    private Split split(String text, Filter own, RecordType<?> type, FilterContext context) {
        return switch (Grammar.read(text, terms(type, context))) {
            case Grammar.Read.Good(var whole, var terms) -> {
                var asked = own.equals(Filter.EVERYTHING) ? whole : Filter.all(own, whole);
                yield new Split(
                        new Parsed.Good(Shelf.without(asked, type)),
                        terms.stream()
                                .map(it -> new Split.Term(it.text(), it.meaning()))
                                .toList());
            }
            case Grammar.Read.Bad(var error) -> new Split(new Parsed.Bad(List.of(error)), List.of());
        };
    }

    private Terms terms(RecordType<?> type, FilterContext context) {
        return new Terms(new AttributeNames(types, access, context.actor()), references, type, context);
    }

    /// What a name in a filter leads to.
    ///
    /// @param type the one that the attribute belongs to
    public record Named(RecordType<?> type, Attribute<?> attribute) {}

    /// The attribute that a name such as `opened`, `custom.cost` or `caller.department` stands for, as far as the
    /// actor may read it; empty where there is none.
    public Optional<Named> attribute(String name, RecordType<?> type, Actor actor) {
        try {
            var named = new AttributeNames(types, access, actor).find(type, new Piece(name, 0, name.length(), false));
            return Optional.of(new Named(named.type(), named.path().last()));
        } catch (Mistake e) {
            return Optional.empty();
        }
    }
}
