package org.mainstay.transfer.configuration;

import java.util.List;

/// A value of an attribute as the text has it.
sealed interface Value {

    /// An explicit nothing; an attribute without a value is not in the text otherwise.
    Value EMPTY = new One("");

    record One(String text) implements Value {}

    /// Ascending, each once.
    record Many(List<String> texts) implements Value {

        public Many {
            texts = texts.stream().distinct().sorted().toList();
        }
    }

    default List<String> all() {
        return switch (this) {
            case One(var text) -> text.isEmpty() ? List.of() : List.of(text);
            case Many(var texts) -> texts;
        };
    }

    /// For people.
    default String shown() {
        return String.join(", ", all());
    }
}
