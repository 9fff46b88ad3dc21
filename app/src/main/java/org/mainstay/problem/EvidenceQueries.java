package org.mainstay.problem;

import static org.mainstay.db.problem.Tables.CAUSE_EVIDENCE;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The evidence of causes. Callers have seen the causes as their actor; what the evidence leads to is asked for apart.
final class EvidenceQueries {

    private final DSLContext db;

    EvidenceQueries(DSLContext db) {
        this.db = db;
    }

    /// Oldest first, without what was withdrawn.
    List<Evidence> of(Collection<UUID> causes) {
        return found(CAUSE_EVIDENCE.CAUSE.eq(DSL.any(causes.toArray(UUID[]::new))));
    }

    Optional<Evidence> one(UUID cause, UUID id) {
        return found(CAUSE_EVIDENCE.CAUSE.eq(cause).and(CAUSE_EVIDENCE.ID.eq(id))).stream()
                .findFirst();
    }

    private List<Evidence> found(Condition which) {
        return db.selectFrom(CAUSE_EVIDENCE)
                .where(which, CAUSE_EVIDENCE.WITHDRAWN_AT.isNull())
                .orderBy(CAUSE_EVIDENCE.AT, CAUSE_EVIDENCE.ID)
                .fetch(it -> new Evidence(
                        it.getId(),
                        it.getCause(),
                        new Evidence.Source(
                                it.getRecord(), it.getComment(), it.getAttachment(), it.getVersion(), it.getAddress()),
                        it.getNote(),
                        it.getBy(),
                        it.getAt()));
    }
}
