package org.mainstay.kernel.filter;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Lexer.Sort;
import org.mainstay.kernel.filter.Lexer.Token;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;

/// Reads the search-bar language: `state:new,in_progress priority<=2 -service:Payroll opened>-7d "printer jam"`.
///
/// Terms beside each other are joined by and; `or` binds weaker, `not` and `-` stronger; parentheses group. Total and
/// bounded: any text gives a filter or errors with places, never an exception.
public final class FilterParser {

    private static final int LONGEST = 8_000;
    private static final int DEEPEST = 32;
    private static final int MOST_TERMS = 200;

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
        if (text.length() > LONGEST) {
            return bad(new FilterError(
                    LONGEST, 1, Message.of("kernel.filter.too_long", text.length(), LONGEST), List.of()));
        }
        try {
            var run = new Run(new Lexer(text).tokens(), new Terms(types, access, references, type, context));
            return new Parsed.Good(run.whole());
        } catch (Mistake e) {
            return bad(e.error());
        }
    }

    private static Parsed bad(FilterError error) {
        return new Parsed.Bad(List.of(error));
    }

    /// One pass over the tokens.
    private static final class Run {

        private final List<Token> tokens;
        private final Terms terms;
        private int next;
        private int count;

        Run(List<Token> tokens, Terms terms) {
            this.tokens = tokens;
            this.terms = terms;
        }

        Filter whole() {
            if (peek().sort() == Sort.END) {
                return Filter.EVERYTHING;
            }
            var filter = either(0);
            if (peek().sort() != Sort.END) {
                throw Mistake.at(peek(), "kernel.filter.unexpected", peek().text());
            }
            return filter;
        }

        private Filter either(int depth) {
            if (depth > DEEPEST) {
                throw Mistake.at(peek(), "kernel.filter.too_deep", DEEPEST);
            }
            var any = new ArrayList<Filter>();
            any.add(both(depth));
            while (peek().sort() == Sort.OR) {
                next++;
                any.add(both(depth));
            }
            return any.size() == 1 ? any.getFirst() : new Filter.Any(any);
        }

        private Filter both(int depth) {
            var all = new ArrayList<Filter>();
            all.add(negated(depth));
            while (true) {
                var sort = peek().sort();
                if (sort == Sort.AND) {
                    next++;
                } else if (sort == Sort.END || sort == Sort.CLOSE || sort == Sort.OR) {
                    return all.size() == 1 ? all.getFirst() : new Filter.All(all);
                }
                all.add(negated(depth));
            }
        }

        private Filter negated(int depth) {
            if (peek().sort() == Sort.NOT || peek().sort() == Sort.MINUS) {
                if (depth > DEEPEST) {
                    throw Mistake.at(peek(), "kernel.filter.too_deep", DEEPEST);
                }
                next++;
                return new Filter.Not(negated(depth + 1));
            }
            return primary(depth);
        }

        private Filter primary(int depth) {
            var token = peek();
            if (++count > MOST_TERMS) {
                throw Mistake.at(token, "kernel.filter.too_many_terms", MOST_TERMS);
            }
            return switch (token.sort()) {
                case OPEN -> {
                    next++;
                    var inside = either(depth + 1);
                    if (peek().sort() != Sort.CLOSE) {
                        throw Mistake.at(token, "kernel.filter.not_closed");
                    }
                    next++;
                    yield inside;
                }
                case QUOTED -> {
                    next++;
                    yield words(token);
                }
                case WORD -> {
                    next++;
                    yield peek().sort() == Sort.SIGN && !peek().spaced() ? term(token) : words(token);
                }
                case MINUS, COMMA, SIGN, CLOSE, AND, OR, NOT, END ->
                    throw Mistake.at(token, "kernel.filter.unexpected", token.text());
            };
        }

        private static Filter words(Token token) {
            var folded = Texts.fold(token.text().strip());
            if (folded.isEmpty()) {
                return Filter.EVERYTHING;
            }
            if (folded.indexOf('\0') >= 0) {
                throw Mistake.at(token, "kernel.filter.bad_value", "\\0");
            }
            return new Filter.Words(List.of(folded));
        }

        private Filter term(Token name) {
            var sign = tokens.get(next++);
            var values = new ArrayList<Token>();
            do {
                if (!values.isEmpty()) {
                    next++;
                }
                values.add(value(sign));
            } while (peek().sort() == Sort.COMMA && !peek().spaced());
            return terms.term(name, sign, values);
        }

        /// A value is one word or quoted text, right behind its sign; words like `or` mean themselves there.
        private Token value(Token sign) {
            var token = peek();
            boolean value = token.sort() == Sort.WORD
                    || token.sort() == Sort.QUOTED
                    || token.sort() == Sort.AND
                    || token.sort() == Sort.OR
                    || token.sort() == Sort.NOT;
            if (!value || token.spaced()) {
                throw Mistake.at(sign, "kernel.filter.value_missing");
            }
            next++;
            return token;
        }

        private Token peek() {
            return tokens.get(next);
        }
    }
}
