package org.mainstay.people.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.people.Csrf;

/// Who a request comes from, and by which proof. Controllers of this module take it as an argument.
record SignedIn(Actor.Person actor, Proof proof) {

    /// How somebody proved who they are.
    sealed interface Proof {

        /// @param secret the cookie's value
        record Session(UUID id, String secret, Csrf csrf) implements Proof {}

        /// @param requestsPerSecond its own rate; null for the usual one
        record Token(UUID id, boolean readOnly, @Nullable Integer requestsPerSecond) implements Proof {}

        record Basic() implements Proof {}
    }

    Csrf csrf() {
        return proof instanceof Proof.Session session ? session.csrf() : Csrf.NONE;
    }
}
