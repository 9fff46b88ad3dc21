package org.mainstay.people.signin;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Audit;

/// Checks user names and passwords. Whoever is unknown, inactive or wrong gets the same answer after the
/// same work.
public final class SignIn {

    private static final int LONGEST_USER_NAME = 80;

    private final CredentialQueries credentials;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Throttle throttle;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    SignIn(
            CredentialQueries credentials,
            Passwords passwords,
            PasswordPolicy policy,
            Throttle throttle,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.policy = policy;
        this.throttle = throttle;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What an attempt came to.
    public sealed interface Outcome {

        /// @param credentialVersion what was opened ends when it changes
        record Known(UUID person, long credentialVersion) implements Outcome {}

        record Unknown() implements Outcome {}

        /// Too many attempts failed; this one was not looked at.
        record Wait(Duration atLeast) implements Outcome {}
    }

    /// @param address where the attempt comes from
    /// @throws Busy when too many passwords are being checked
    public Outcome check(String givenName, String password, String address) {
        var userName = normal(givenName);
        var turn = throttle.turn(userName, address);
        var attempt = turn.attempt();
        if (attempt == null) {
            audit.record(null, Audit.SIGN_IN_DELAYED, address, Map.of());
            return new Outcome.Wait(turn.delay());
        }
        try {
            var found = userName.length() > LONGEST_USER_NAME
                    ? null
                    : credentials.find(userName).orElse(null);
            if (found == null || password.length() > PasswordPolicy.LONGEST) {
                passwords.pretend("");
                audit.record(null, Audit.SIGN_IN_FAILED, address, Map.of());
                return new Outcome.Unknown();
            }
            if (!passwords.matches(password, found.hash()) || !found.active()) {
                audit.record(found.person(), Audit.SIGN_IN_FAILED, address, Map.of());
                return new Outcome.Unknown();
            }
            throttle.succeeded(attempt);
            if (passwords.outdated(found.hash())) {
                credentials.rehash(found.person(), found.hash(), passwords.hash(password));
            }
            return new Outcome.Known(found.person(), found.version());
        } catch (Busy e) {
            throttle.withdrawn(attempt);
            throw e;
        }
    }

    /// Sets a person's password; sessions opened with the one before end at once.
    ///
    /// @param by who sets it
    /// @return what is wrong with the password; empty when it is set
    public Optional<Message> change(UUID person, String userName, String password, UUID by, String address) {
        var problem = policy.problem(password, userName);
        if (problem.isEmpty()) {
            var hash = passwords.hash(password);
            transactions.within(() -> {
                credentials.set(person, hash, clock.instant().truncatedTo(ChronoUnit.MICROS));
                audit.record(by, Audit.PASSWORD_CHANGED, address, Map.of("person", person.toString()));
                return true;
            });
        }
        return problem;
    }

    /// Gives several people one password, as demos and tests do: it is hashed once, and no policy is
    /// asked.
    public void give(Collection<UUID> people, String password) {
        var hash = passwords.hash(password);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        people.forEach(it -> credentials.set(it, hash, now));
    }

    /// User names are compared as they are stored: composed, lower-case, without blanks around them.
    public static String normal(String userName) {
        return Normalizer.normalize(userName.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
