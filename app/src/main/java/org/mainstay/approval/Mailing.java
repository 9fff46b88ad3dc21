package org.mainstay.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval.State;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.PersonType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the letters that lie in the outbox, at least once each. Who need not decide any more by then is not written
/// to.
final class Mailing {

    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
    private static final int TOGETHER = 20;

    private final ApprovalQueries queries;
    private final ApprovalPlans plans;
    private final RecordStore store;
    private final Links links;
    private final Postman postman;
    private final Messages messages;
    private final Transactions transactions;
    private final String address;
    private final Clock clock;

    /// @param address under which people reach the installation
    Mailing(
            ApprovalQueries queries,
            ApprovalPlans plans,
            RecordStore store,
            Links links,
            Postman postman,
            Messages messages,
            Transactions transactions,
            String address,
            Clock clock) {
        this.queries = queries;
        this.plans = plans;
        this.store = store;
        this.links = links;
        this.postman = postman;
        this.messages = messages;
        this.transactions = transactions;
        this.address = address;
        this.clock = clock;
    }

    /// @return whether there may be more
    boolean run() {
        return transactions.within(() -> {
            var letters = queries.unsent(TOGETHER);
            letters.forEach(this::send);
            return letters.size() == TOGETHER;
        });
    }

    private void send(Letter letter) {
        var mail = mail(letter);
        try {
            if (mail != null) {
                postman.deliver(mail);
            }
            queries.sent(letter.id(), now());
        } catch (Exception e) {
            LOG.warn("A mail about an approval could not be sent; it will be tried again", e);
            queries.failed(letter.id());
        }
    }

    /// Null where nothing is to be sent any more.
    private @Nullable Mail mail(Letter letter) {
        var approval = plans.approval(letter.approval())
                .filter(it -> it.get(ApprovalType.STATE) == State.REQUESTED)
                .filter(it -> Objects.requireNonNullElse(it.get(ApprovalType.WAITING_FOR), Set.<UUID>of())
                        .contains(letter.person()))
                .orElse(null);
        var person = store.get(plans.machine(), PersonType.PERSON, letter.person())
                .filter(it -> it.get(PersonType.EMAIL) != null)
                .orElse(null);
        return approval == null || person == null ? null : mail(letter, approval, person);
    }

    private Mail mail(Letter letter, Snapshot approval, Snapshot person) {
        var language = person.get(PersonType.LANGUAGE);
        var locale = language == null ? Locale.ENGLISH : Locale.of(Codes.of(language));
        var key = "approval.mail." + Codes.of(letter.sort());
        var title = approval.need(ApprovalType.RECORD) + " " + approval.label();
        return new Mail(
                Objects.requireNonNull(person.get(PersonType.EMAIL)),
                messages.say(locale, key, title),
                messages.say(locale, "approval.mail.text", person.label(), title, address + links.path(letter.id())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
