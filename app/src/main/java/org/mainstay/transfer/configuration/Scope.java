package org.mainstay.transfer.configuration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.GroupType;

/// Which types make up the configuration: those that administrators own, and groups, because rules give work
/// to them. Grants do not: who may do what is decided in each installation.
final class Scope {

    /// What others' values rest upon; taken first.
    private static final Set<String> DEFINITIONS = Set.of("custom_field", "pick");

    private final RecordTypes types;

    Scope(RecordTypes types) {
        this.types = types;
    }

    /// By code.
    List<Shape> shapes() {
        return types.all().stream()
                .filter(Scope::in)
                .sorted(Comparator.comparing(RecordType::code))
                .map(Shape::of)
                .toList();
    }

    Optional<Shape> shape(String code) {
        return types.byCode(code).filter(Scope::in).map(Shape::of);
    }

    static boolean definition(String code) {
        return DEFINITIONS.contains(code);
    }

    private static boolean in(RecordType<?> type) {
        return type.configuration() || type.code().equals(GroupType.GROUP.code());
    }
}
