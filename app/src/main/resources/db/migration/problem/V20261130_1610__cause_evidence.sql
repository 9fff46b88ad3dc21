-- What speaks for or against a cause. What was withdrawn stays, so that history can say what it was.

create table problem.cause_evidence (
    id uuid primary key,
    cause uuid not null references kernel.record (id),
    record uuid references kernel.record (id),
    comment uuid references conversation.comment (id) on delete cascade,
    attachment uuid references conversation.attachment (id) on delete cascade,
    version bigint,
    address text,
    note text,
    by uuid not null references kernel.record (id),
    at timestamptz not null,
    withdrawn_by uuid references kernel.record (id),
    withdrawn_at timestamptz,
    check ((record is null) = (address is not null)),
    check (num_nonnulls(comment, attachment, version, address) <= 1)
);

create index cause_evidence_cause on problem.cause_evidence (cause, at, id);
create index cause_evidence_record on problem.cause_evidence (record) where record is not null;
create index cause_evidence_comment on problem.cause_evidence (comment) where comment is not null;
create index cause_evidence_attachment on problem.cause_evidence (attachment) where attachment is not null;
