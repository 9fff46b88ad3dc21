package org.mainstay.people.security;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Actors;
import org.mainstay.people.DemoPassword;
import org.mainstay.people.PersonType;

/// The people a demo offers on its sign-in page.
final class DemoCast {

    private static final List<String> CAST = List.of(
            "ada", "sam", "nina", "otto", "mia", "carl", "paula", "kim", "amir", "elena", "max", "eve", "olga", "tim");

    private final DemoPassword password;
    private final RecordStore store;
    private final Actors actors;

    DemoCast(DemoPassword password, RecordStore store, Actors actors) {
        this.password = password;
        this.store = store;
        this.actors = actors;
    }

    /// Null where this is no demo.
    SignInForm.@Nullable Demo shown() {
        if (!password.demo()) {
            return null;
        }
        var system = actors.machine("system");
        var cast = CAST.stream()
                .flatMap(it -> store.find(system, PersonType.PERSON, it).stream())
                .flatMap(DemoCast::member)
                .toList();
        return new SignInForm.Demo(password.password(), cast);
    }

    private static Stream<SignInForm.Member> member(Snapshot person) {
        var title = person.get(PersonType.TITLE);
        return Boolean.TRUE.equals(person.get(PersonType.ACTIVE))
                ? Stream.of(new SignInForm.Member(person.number(), person.label(), title == null ? "" : title))
                : Stream.empty();
    }
}
