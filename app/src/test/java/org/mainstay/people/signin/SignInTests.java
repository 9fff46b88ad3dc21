package org.mainstay.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Actors;
import org.mainstay.people.Audit;
import org.mainstay.people.PersonType;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.ShiftingClock;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class SignInTests {

    @Autowired
    AttemptQueries attempts;

    @Autowired
    CredentialQueries credentials;

    @Autowired
    SessionQueries sessionRows;

    @Autowired
    TokenQueries tokenRows;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordPolicy policy;

    @Autowired
    Transactions transactions;

    @Autowired
    Audit audit;

    @Autowired
    Acts acts;

    @Autowired
    Actors actors;

    @Autowired
    Cast cast;

    final ShiftingClock clock = new ShiftingClock(Instant.parse("2026-11-24T09:00:00Z"));
    final String address = "192.0.2." + UUID.randomUUID();
    SignIn signIn;
    Sessions sessions;
    Tokens tokens;

    @BeforeEach
    void assemble() {
        signIn = new SignIn(credentials, passwords, policy, new Throttle(attempts, clock), transactions, audit, clock);
        sessions = new Sessions(sessionRows, audit, clock, Duration.ofMinutes(30), Duration.ofHours(12));
        tokens = new Tokens(tokenRows, transactions, audit, clock);
    }

    @Test
    void theRightPasswordIsKnownAndAnyOtherIsNot() {
        cast.max();
        assertThat(signIn.check(" MAX ", Cast.PASSWORD, address)).isInstanceOf(SignIn.Outcome.Known.class);
        assertThat(signIn.check("max", "another-password", address)).isInstanceOf(SignIn.Outcome.Unknown.class);
        assertThat(signIn.check("nobody-at-all", Cast.PASSWORD, address)).isInstanceOf(SignIn.Outcome.Unknown.class);
    }

    @Test
    void guessingBecomesSlowAndNobodyIsLockedOut() {
        var victim = cast.userName(cast.newcomer());
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.check(victim, "wrong-password-" + i, address)).isInstanceOf(SignIn.Outcome.Unknown.class);
        }
        assertThat(signIn.check(victim, Cast.PASSWORD, address)).isInstanceOf(SignIn.Outcome.Wait.class);
        assertThat(signIn.check(victim, Cast.PASSWORD, "198.51.100.7")).isInstanceOf(SignIn.Outcome.Known.class);
        var delay = ((SignIn.Outcome.Wait) signIn.check(victim, Cast.PASSWORD, address)).atLeast();
        assertThat(delay).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2));
        clock.pass(Duration.ofSeconds(2));
        assertThat(signIn.check(victim, "wrong-again-now", address)).isInstanceOf(SignIn.Outcome.Unknown.class);
        clock.pass(Duration.ofSeconds(2));
        assertThat(signIn.check(victim, Cast.PASSWORD, address)).isInstanceOf(SignIn.Outcome.Wait.class);
        clock.pass(Duration.ofSeconds(2));
        assertThat(signIn.check(victim, Cast.PASSWORD, address)).isInstanceOf(SignIn.Outcome.Known.class);
        assertThat(signIn.check(victim, "wrong-after-that", address)).isInstanceOf(SignIn.Outcome.Unknown.class);
    }

    @Test
    void anAddressThatTriesManyAccountsHasToWait() {
        var throttle = new Throttle(attempts, clock);
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.turn("account-" + i, address).attempt()).isNotNull();
        }
        assertThat(throttle.turn("account-50", address).delay()).isPositive();
        clock.pass(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(throttle.turn("account-50", address).attempt()).isNotNull();
    }

    @Test
    void hundredAttemptsAnHourIsMoreThanAGuesserGets() {
        var victim = cast.userName(cast.newcomer());
        var throttle = new Throttle(attempts, clock);
        int looked = 0;
        for (int second = 0; second < 3600; second++) {
            if (throttle.turn(victim, address).attempt() != null) {
                looked++;
            }
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(looked).isBetween(5, 100);
    }

    @Test
    void sessionsEndByIdlenessByAgeAndByHand() {
        var somebody = cast.newcomer();
        var first = open(somebody.id());
        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.find(first)).isPresent();
        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.find(first)).isPresent();
        clock.pass(Duration.ofMinutes(31));
        assertThat(sessions.find(first)).isEmpty();
        var second = open(somebody.id());
        for (int i = 0; i < 24; i++) {
            assertThat(sessions.find(second)).isPresent();
            clock.pass(Duration.ofMinutes(29));
        }
        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.find(second)).isEmpty();
        var third = open(somebody.id());
        var live = sessions.find(third).orElseThrow();
        assertThat(sessions.of(somebody.id())).extracting(Sessions.Seen::id).containsExactly(live.id());
        assertThat(sessions.end(cast.eve().id(), live.id(), Audit.SESSION_ENDED, address))
                .isFalse();
        assertThat(sessions.end(somebody.id(), live.id(), Audit.SESSION_ENDED, address))
                .isTrue();
        assertThat(sessions.find(third)).isEmpty();
        assertThat(sessions.find("made-up")).isEmpty();
    }

    @Test
    void sessionsEndWithTheirPasswordAndWithTheirPerson() {
        var somebody = cast.newcomer();
        var before = open(somebody.id());
        assertThat(signIn.change(somebody.id(), "x", "a much longer password", somebody.id(), address))
                .isEmpty();
        assertThat(sessions.find(before)).isEmpty();
        var known = (SignIn.Outcome.Known) signIn.check(cast.userName(somebody), "a much longer password", address);
        var after = sessions.open(known, address, "agent");
        assertThat(sessions.find(after)).isPresent();
        deactivate(somebody.id());
        assertThat(sessions.find(after)).isEmpty();
        assertThat(signIn.check(cast.userName(somebody), "a much longer password", address))
                .isInstanceOf(SignIn.Outcome.Unknown.class);
    }

    @Test
    void tokensEndByTimeByHandAndWithTheirPerson() {
        var somebody = cast.newcomer();
        var secret = token(somebody.id(), Duration.ofDays(1));
        assertThat(tokens.find(secret)).isPresent();
        assertThat(tokens.find(secret + "x")).isEmpty();
        assertThat(tokens.find(secret.substring(0, secret.length() - 1) + (secret.endsWith("a") ? "b" : "a")))
                .isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(tokens.find(secret)).isEmpty();
        var next = token(somebody.id(), Duration.ofDays(1));
        var id = tokens.find(next).orElseThrow().id();
        assertThat(tokens.revoke(cast.eve().id(), id, cast.eve().id(), address)).isFalse();
        assertThat(tokens.revoke(somebody.id(), id, somebody.id(), address)).isTrue();
        assertThat(tokens.find(next)).isEmpty();
        var last = token(somebody.id(), Duration.ofDays(1));
        deactivate(somebody.id());
        assertThat(tokens.find(last)).isEmpty();
    }

    @Test
    void noTokenIsWithoutEndOrWithMadeUpScopes() {
        var max = cast.max().id();
        assertThat(make(max, List.of("all"), Duration.ofDays(366))).isInstanceOf(Tokens.Outcome.Refused.class);
        assertThat(make(max, List.of("all"), Duration.ZERO)).isInstanceOf(Tokens.Outcome.Refused.class);
        assertThat(make(max, List.of("incident:fly"), Duration.ofDays(1))).isInstanceOf(Tokens.Outcome.Refused.class);
        assertThat(make(max, List.of("incident:*"), Duration.ofDays(1))).isInstanceOf(Tokens.Outcome.Made.class);
    }

    @Test
    void scopesNarrowAlsoWhatAdministratorsMay() {
        var narrowed = Scopes.narrow(cast.ada(), List.of("incident:work"));
        assertThat(narrowed.may("incident:work", cast.two())).isTrue();
        assertThat(narrowed.may("admin")).isFalse();
        assertThat(narrowed.may("change:approve")).isFalse();
        assertThat(Scopes.narrow(cast.max(), List.of("incident:*")).may("incident:work"))
                .isFalse();
        assertThat(Scopes.narrow(cast.max(), List.of("incident:*")).may("incident:report"))
                .isTrue();
        assertThat(Scopes.narrow(cast.sam(), List.of("all"))).isEqualTo(cast.sam());
    }

    @Test
    void passwordsAreLongAndNotEverybodys() {
        assertThat(policy.problem("short", "max")).isPresent();
        assertThat(policy.problem("password1234", "max")).isPresent();
        assertThat(policy.problem("aaaaaaaaaaaaaaaa", "max")).isPresent();
        assertThat(policy.problem("maximilian.q", "maximilianq")).isPresent();
        assertThat(policy.problem("x".repeat(1001) + "abc", "max")).isPresent();
        assertThat(policy.problem("ein Satz mit Ümläuten", "max")).isEmpty();
        assertThat(policy.problem("0123456789abcdef".repeat(8), "max")).isEmpty();
    }

    @Test
    void passwordsAreComparedComposedAndTheirHashSaysItsCost() {
        var hash = passwords.hash("Äpfel und Birnen");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("A\u0308pfel und Birnen", hash)).isTrue();
        assertThat(passwords.matches("Apfel und Birnen", hash)).isFalse();
        assertThat(passwords.outdated(hash)).isFalse();
        assertThat(passwords.outdated(hash.replace("t=2", "t=1"))).isTrue();
        assertThat(passwords.hash("Äpfel und Birnen")).isNotEqualTo(hash);
    }

    private String open(UUID person) {
        var name = cast.userName(actors.of(person));
        var known = (SignIn.Outcome.Known) signIn.check(name, Cast.PASSWORD, address);
        return sessions.open(known, address, "agent");
    }

    private String token(UUID person, Duration lives) {
        return ((Tokens.Outcome.Made) make(person, List.of("all"), lives)).secret();
    }

    private Tokens.Outcome make(UUID person, List<String> scopes, Duration lives) {
        var wish = new Tokens.Wish("test", person, Tokens.Sort.PERSONAL, scopes, false, null, lives);
        return tokens.make(wish, person, address);
    }

    private void deactivate(UUID person) {
        var input = Input.texts(Map.of("active", "false"));
        assertThat(acts.edit(cast.ada(), PersonType.PERSON, person, input, null, false))
                .isInstanceOf(Outcome.Done.class);
    }
}
