package org.mainstay.kernel.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mainstay.kernel.record.Message;

/// How conditions are written, whatever they are about: `name:value,value`, joined by and where they stand beside
/// each other, `or` weaker, `not` and `-` stronger, parentheses.
///
/// Total and bounded: any text gives a meaning or an error with its place, never an exception.
public final class Grammar<F> {

    private static final int LONGEST = 8_000;
    private static final int DEEPEST = 32;
    private static final int MOST = 200;

    private final Scanner scanner;
    private final Meaning<F> meaning;
    private final List<Term<F>> top = new ArrayList<>();
    private boolean alternatives;
    private int count;

    private Grammar(Scanner scanner, Meaning<F> meaning) {
        this.scanner = scanner;
        this.meaning = meaning;
    }

    /// What the parts of a text mean. Each may end the reading with a [Mistake].
    public interface Meaning<F> {

        /// @param of none for a blank text
        F all(List<F> of);

        F any(List<F> of);

        F not(F of);

        /// @param sign one of `:` `=` `!=` `~` `<` `<=` `>` `>=`
        /// @param values at least one
        F term(Piece name, Piece sign, List<Piece> values);

        /// A word, or quoted words, that belong to no name.
        F words(Piece word);
    }

    /// @param text as it was written
    public record Term<F>(String text, F meaning) {}

    /// What a text came to.
    public sealed interface Read<F> {

        /// @param terms that together mean the whole, in their order; empty where alternatives stand beside each
        ///     other at its top
        record Good<F>(F whole, List<Term<F>> terms) implements Read<F> {}

        record Bad<F>(FilterError error) implements Read<F> {}
    }

    public static <F> Read<F> read(String text, Meaning<F> meaning) {
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
        var reading = new Grammar<>(new Scanner(text), meaning);
        try {
            var whole = reading.whole();
            return new Read.Good<>(whole, reading.alternatives ? List.of() : List.copyOf(reading.top));
        } catch (Mistake e) {
            return new Read.Bad<>(e.error());
        }
    }

    private static <F> Read<F> bad(int at, Message reason) {
        return new Read.Bad<>(new FilterError(at + 1, 1, reason, List.of()));
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

    private F whole() {
        scanner.skipBlanks();
        if (scanner.ended()) {
            return meaning.all(List.of());
        }
        var whole = either(0);
        if (!scanner.ended()) {
            throw unexpected();
        }
        return whole;
    }

    private F either(int depth) {
        var any = new ArrayList<F>();
        do {
            any.add(both(depth));
        } while (scanner.takes("or"));
        alternatives |= depth == 0 && any.size() > 1;
        return meaning.any(any);
    }

    private F both(int depth) {
        var all = new ArrayList<F>();
        do {
            all.add(depth == 0 ? term() : negated(depth));
            scanner.skipBlanks();
        } while (scanner.takes("and") || !(scanner.ended() || scanner.sees(')') || scanner.sees("or")));
        return meaning.all(all);
    }

    private F term() {
        scanner.skipBlanks();
        int from = scanner.at();
        var term = negated(0);
        top.add(new Term<>(scanner.since(from), term));
        return term;
    }

    private F negated(int depth) {
        scanner.skipBlanks();
        if (depth > DEEPEST) {
            throw Mistake.at(scanner.next(), "kernel.filter.too_deep", DEEPEST);
        }
        return scanner.takesMinus() || scanner.takes("not") ? meaning.not(negated(depth + 1)) : primary(depth);
    }

    private F primary(int depth) {
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
            return meaning.term(name, sign, values(name, sign));
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

    private F words(Piece word) {
        counted(word);
        return meaning.words(word);
    }
}
