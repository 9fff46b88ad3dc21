package org.mainstay.people.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.secret.RandomSecret;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Actors;
import org.mainstay.people.Audit;
import org.mainstay.people.GrantType;
import org.mainstay.people.PersonType;
import org.mainstay.people.RoleType;
import org.mainstay.people.ShippedRole;

/// Links that work once and for an hour: one makes the first administrator, others let a person choose a
/// password.
public final class SetUp {

    static final Duration LIVES = Duration.ofMinutes(60);

    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._:@-]{0,79}");

    private final SetUpQueries queries;
    private final CredentialQueries credentials;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final RecordStore store;
    private final Actors actors;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    SetUp(
            SetUpQueries queries,
            CredentialQueries credentials,
            Passwords passwords,
            PasswordPolicy policy,
            RecordStore store,
            Actors actors,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.queries = queries;
        this.credentials = credentials;
        this.passwords = passwords;
        this.policy = policy;
        this.store = store;
        this.actors = actors;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param person whose password is chosen; null makes the first administrator
    /// @param userName of that person; null for the first administrator, who chooses one
    public record Link(@Nullable UUID person, @Nullable String userName) {}

    /// @param userName of the first administrator; unused for others
    public record Answers(String userName, String name, String email, String password) {}

    public sealed interface Outcome {

        record Done(SignIn.Outcome.Known known) implements Outcome {}

        record Refused(List<Problem> problems) implements Outcome {}

        /// The link is unknown, used or too old.
        record Gone() implements Outcome {}
    }

    /// Whether the installation still waits for its first administrator.
    public boolean waits() {
        return !queries.administered();
    }

    /// @param person null for the first administrator
    /// @param by who lets it be made; null for the platform itself
    /// @return the path of the link
    public String link(@Nullable UUID person, @Nullable UUID by, @Nullable String address) {
        var secret = RandomSecret.next();
        var now = now();
        transactions.within(() -> {
            queries.add(RandomSecret.hash(secret), person, now, now.plus(LIVES));
            audit.record(
                    by, Audit.LINK_CREATED, address, person == null ? Map.of() : Map.of("person", person.toString()));
            return true;
        });
        return "/set-up/" + secret;
    }

    public Optional<Link> find(String secret) {
        if (!RandomSecret.possible(secret)) {
            return Optional.empty();
        }
        return queries.find(RandomSecret.hash(secret), now())
                .filter(it -> it.person() != null || waits())
                .map(it -> new Link(it.person(), it.userName()));
    }

    /// Does what the link is for, once.
    public Outcome complete(String secret, Answers answers, String address) {
        var link = find(secret);
        if (link.isEmpty()) {
            return new Outcome.Gone();
        }
        var person = link.get().person();
        var given = link.get().userName();
        var userName = given == null ? SignIn.normal(answers.userName) : given;
        if (!USER_NAME.matcher(userName).matches()) {
            return refused("user_name", Message.of("people.set_up.bad_user_name"));
        }
        var problem = policy.problem(answers.password, userName);
        if (problem.isPresent()) {
            return refused("password", problem.get());
        }
        var hash = passwords.hash(answers.password);
        try {
            return transactions.within(() -> {
                boolean late = person == null && queries.administeredFromNowOn();
                if (late || !queries.use(RandomSecret.hash(secret), person)) {
                    return new Outcome.Gone();
                }
                var id = person == null ? administrator(userName, answers) : person;
                long version = credentials.set(id, hash, now());
                audit.record(id, Audit.LINK_USED, address, Map.of());
                return new Outcome.Done(new SignIn.Outcome.Known(id, version));
            });
        } catch (NotAccepted e) {
            return new Outcome.Refused(e.problems);
        }
    }

    private UUID administrator(String userName, Answers answers) {
        var system = actors.machine("system");
        var plan = Plan.of(new Cause(Cause.Sort.SYSTEM, "set_up", null));
        var id = Plan.newId();
        var values = new Values().set(PersonType.NAME, empty(answers.name)).set(PersonType.EMAIL, empty(answers.email));
        plan.with(new Step.Create(PersonType.PERSON, id, userName, values, List.of(), List.of()));
        var role = store.find(system, RoleType.ROLE, ShippedRole.ADMINISTRATOR.code())
                .orElseThrow(() -> new IllegalStateException("the role of administrators is gone"));
        plan.create(GrantType.GRANT).values().set(GrantType.PERSON, id).set(GrantType.ROLE, role.id());
        if (store.save(system, plan) instanceof Saved.Refused(var problems)) {
            throw new NotAccepted(problems);
        }
        return id;
    }

    private static @Nullable String empty(String text) {
        var line = text.strip();
        return line.isEmpty() || line.length() > 200 || line.chars().anyMatch(Character::isISOControl) ? null : line;
    }

    private static Outcome refused(String attribute, Message reason) {
        return new Outcome.Refused(List.of(new Problem(attribute, reason)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Undoes the transaction, so that the link still works.
    private static final class NotAccepted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        NotAccepted(List<Problem> problems) {
            super("not accepted", null, false, false);
            this.problems = problems;
        }
    }
}
