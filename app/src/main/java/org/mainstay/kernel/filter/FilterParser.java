package org.mainstay.kernel.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Scanner.Piece;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;

/// Reads the search-bar language: `state:new,in_progress priority<=2 -service:Payroll opened>-7d "printer
/// jam"`.
///
/// Terms beside each other are joined by and; `or` binds weaker, `not` and `-` stronger; parentheses
/// group. Total and bounded: any text gives a filter or errors with places, never an exception.
public final class FilterParser {

    private static final int LONGEST = 8_000;
    private static final int DEEPEST = 32;
    private static final int MOST = 200;

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
        var terms = new Terms(new AttributeNames(types, access, context.actor()), references, of.type(), context);
        try {
            return new Run(new Scanner(of.filter()), terms).whole();
        } catch (Mistake e) {
            throw new IllegalStateException("the condition of " + of + " cannot be read", e);
        }
    }

    private Split split(String text, Filter own, RecordType<?> type, FilterContext context) {
        if (text.length() > LONGEST) {
            return bad(LONGEST, Message.of("kernel.filter.too_long", text.length(), LONGEST));
        }
        int unreadable = IntStream.range(0, text.length())
                .filter(it -> unreadable(text, it))
                .findFirst()
                .orElse(-1);
        if (unreadable >= 0) {
            return bad(unreadable, Message.of("kernel.value.control_character", unreadable + 1));
        }
        var terms = new Terms(new AttributeNames(types, access, context.actor()), references, type, context);
        try {
            var run = new Run(new Scanner(text), terms);
            var asked = own.equals(Filter.EVERYTHING) ? run.whole() : Filter.all(own, run.whole());
            var whole = new Parsed.Good(Shelf.without(asked, type));
            return new Split(whole, run.alternatives ? List.of() : List.copyOf(run.top));
        } catch (Mistake e) {
            return new Split(new Parsed.Bad(List.of(e.error())), List.of());
        }
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

    private static Split bad(int at, Message reason) {
        return new Split(new Parsed.Bad(List.of(new FilterError(at + 1, 1, reason, List.of()))), List.of());
    }

    /// Control characters and halves of surrogate pairs: no text of a record has them.
    private static boolean unreadable(String text, int at) {
        char there = text.charAt(at);
        if (Character.isSurrogate(there)) {
            int partner = Character.isHighSurrogate(there) ? at + 1 : at - 1;
            return partner < 0
                    || partner >= text.length()
                    || !Character.isSurrogatePair(
                            text.charAt(Math.min(at, partner)), text.charAt(Math.max(at, partner)));
        }
        return Character.isISOControl(there) && !Character.isWhitespace(there);
    }

    /// One pass over one text.
    private static final class Run {

        private final Scanner scanner;
        private final Terms terms;
        private final List<Split.Term> top = new ArrayList<>();
        private boolean alternatives;
        private int count;

        Run(Scanner scanner, Terms terms) {
            this.scanner = scanner;
            this.terms = terms;
        }

        Filter whole() {
            scanner.skipBlanks();
            if (scanner.ended()) {
                return Filter.EVERYTHING;
            }
            var filter = either(0);
            if (!scanner.ended()) {
                throw unexpected();
            }
            return filter;
        }

        private Filter either(int depth) {
            var any = new ArrayList<Filter>();
            do {
                any.add(both(depth));
            } while (scanner.takes("or"));
            alternatives |= depth == 0 && any.size() > 1;
            return Junctions.any(any);
        }

        private Filter both(int depth) {
            var all = new ArrayList<Filter>();
            do {
                all.add(depth == 0 ? term() : negated(depth));
                scanner.skipBlanks();
            } while (scanner.takes("and") || !(scanner.ended() || scanner.sees(')') || scanner.sees("or")));
            return Junctions.all(all);
        }

        private Filter term() {
            scanner.skipBlanks();
            int from = scanner.at();
            var filter = negated(0);
            top.add(new Split.Term(scanner.since(from), filter));
            return filter;
        }

        private Filter negated(int depth) {
            scanner.skipBlanks();
            if (depth > DEEPEST) {
                throw Mistake.at(scanner.next(), "kernel.filter.too_deep", DEEPEST);
            }
            return scanner.takesMinus() || scanner.takes("not") ? new Filter.Not(negated(depth + 1)) : primary(depth);
        }

        private Filter primary(int depth) {
            var start = scanner.next();
            if (scanner.takes('(')) {
                var inside = either(depth + 1);
                if (!scanner.takes(')')) {
                    throw Mistake.at(start, "kernel.filter.not_closed");
                }
                return inside;
            }
            if (scanner.sees('"')) {
                return words(scanner.quoted());
            }
            if (scanner.ended() || scanner.sees(')') || scanner.sees("and") || scanner.sees("or")) {
                throw unexpected();
            }
            var name = scanner.name();
            var sign = scanner.sign();
            if (name.length() > 0) {
                return terms.term(name, sign, values(name, sign));
            }
            if (sign.length() > 0) {
                throw Mistake.at(sign, "kernel.filter.name_missing", sign.text());
            }
            return words(scanner.word());
        }

        private Mistake unexpected() {
            if (scanner.ended()) {
                return Mistake.at(scanner.next(), "kernel.filter.term_missing");
            }
            var there = scanner.sees(')') ? scanner.next() : scanner.word();
            return Mistake.at(there, "kernel.filter.unexpected", there.text());
        }

        private List<Piece> values(Piece name, Piece sign) {
            var values = new ArrayList<Piece>();
            do {
                var value = scanner.value();
                if (value.length() == 0) {
                    throw Mistake.at(sign, "kernel.filter.value_missing", name.text());
                }
                if (!scanner.atBoundary()) {
                    throw Mistake.at(
                            scanner.next(),
                            "kernel.filter.unexpected",
                            scanner.next().text());
                }
                values.add(value);
                counted(value);
            } while (scanner.takes(','));
            return values;
        }

        private void counted(Piece piece) {
            if (++count > MOST) {
                throw Mistake.at(piece, "kernel.filter.too_many_terms", MOST);
            }
        }

        /// What folds to nothing is part of every text.
        private Filter words(Piece word) {
            counted(word);
            var folded = Texts.fold(word.text());
            return folded.isBlank() ? Filter.EVERYTHING : new Filter.Words(List.of(folded));
        }
    }
}
