package org.mainstay.people.signin;

import java.time.Clock;
import java.time.Duration;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.secret.Secrets;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Actors;
import org.mainstay.people.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// How sign-in is put together.
@Configuration(proxyBeanMethods = false)
@Import({
    AttemptQueries.class,
    CredentialQueries.class,
    SessionQueries.class,
    SetUpQueries.class,
    TokenQueries.class,
    Passwords.class,
    PasswordPolicy.class,
    FirstAdministrator.class
})
class SignInModule {

    @Bean
    SignIn signIn(
            CredentialQueries credentials,
            Passwords passwords,
            PasswordPolicy policy,
            AttemptQueries attempts,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        return new SignIn(credentials, passwords, policy, new Throttle(attempts, clock), transactions, audit, clock);
    }

    @Bean
    Sessions sessions(SessionQueries queries, Audit audit, Clock clock, Environment settings) {
        return new Sessions(
                queries,
                audit,
                clock,
                settings.getProperty("mainstay.session.idle", Duration.class, Duration.ofMinutes(30)),
                settings.getProperty("mainstay.session.longest", Duration.class, Duration.ofHours(12)));
    }

    /// Nothing that once let somebody in, or did not, is kept for ever.
    @Bean
    RecurringJob endOfProofs(
            SessionQueries sessions, AttemptQueries attempts, TokenQueries tokens, SetUpQueries links, Clock clock) {
        return new RecurringJob("proof_end", Duration.ofHours(1), () -> {
            var now = clock.instant();
            links.purge(now);
            return sessions.purge(now)
                            + attempts.purge(now.minus(Duration.ofDays(1)))
                            + tokens.purge(now.minus(Duration.ofDays(30)))
                    > 0;
        });
    }

    @Bean
    Tokens tokens(TokenQueries queries, Transactions transactions, Audit audit, Clock clock) {
        return new Tokens(queries, transactions, audit, clock);
    }

    @Bean
    BasicProofs basicProofs(SignIn signIn, CredentialQueries credentials, Secrets secrets, Audit audit, Clock clock) {
        return new BasicProofs(signIn, credentials, secrets, audit, clock);
    }

    @Bean
    SetUp setUp(
            SetUpQueries queries,
            CredentialQueries credentials,
            Passwords passwords,
            PasswordPolicy policy,
            RecordStore store,
            Actors actors,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        return new SetUp(queries, credentials, passwords, policy, store, actors, transactions, audit, clock);
    }
}
