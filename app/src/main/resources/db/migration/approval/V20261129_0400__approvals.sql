-- Policies of approval, approvals of any record, and the ledger of all that happens to them.

create schema approval;

insert into kernel.record (id, type, number, label) values
    ('00000000-0000-7000-8000-000000000032', 'machine', 'approval', 'Approvals');
insert into kernel.machine (id, name) values ('00000000-0000-7000-8000-000000000032', 'approval');

create sequence approval.approval_policy_number;
create table approval.approval_policy (
    id uuid primary key references kernel.record (id),
    number text not null unique,
    version bigint not null,
    organisation uuid not null references kernel.record (id),
    created_at timestamptz not null,
    created_by uuid not null references kernel.record (id),
    updated_at timestamptz not null,
    updated_by uuid not null references kernel.record (id),
    recorded_at timestamptz not null,
    deleted_at timestamptz,
    custom jsonb not null default '{}',
    name text not null collate kernel.text_order,
    record_type text not null,
    position bigint not null,
    condition text,
    stewards uuid not null references kernel.record (id),
    own_requests boolean not null,
    counts_once boolean not null,
    active boolean not null
);
create index approval_policy_order on approval.approval_policy (record_type, position, id) where deleted_at is null;
create index approval_policy_stewards on approval.approval_policy (stewards);

create sequence approval.approval_step_number;
create table approval.approval_step (
    id uuid primary key references kernel.record (id),
    number text not null unique,
    version bigint not null,
    organisation uuid not null references kernel.record (id),
    created_at timestamptz not null,
    created_by uuid not null references kernel.record (id),
    updated_at timestamptz not null,
    updated_by uuid not null references kernel.record (id),
    recorded_at timestamptz not null,
    deleted_at timestamptz,
    custom jsonb not null default '{}',
    name text not null collate kernel.text_order,
    policy uuid not null references kernel.record (id),
    position bigint not null,
    beside boolean not null,
    approvers text not null check (approvers in ('manager_of_requester', 'manager_of_beneficiary', 'owner', 'cost_owner',
        'person', 'group', 'rule')),
    person uuid references kernel.record (id),
    "group" uuid references kernel.record (id),
    list text,
    quorum text not null check (quorum in ('any', 'all', 'some')),
    needed bigint check (needed > 0),
    rejection text not null check (rejection in ('first', 'outvoted')),
    skip_when text,
    approve_when text,
    deadline bigint check (deadline > 0),
    reminder bigint check (reminder > 0),
    overdue text not null check (overdue in ('wait', 'escalate', 'expire')),
    escalation_person uuid references kernel.record (id),
    escalation_group uuid references kernel.record (id)
);
create index approval_step_order on approval.approval_step (position, id) where deleted_at is null;
create index approval_step_policy on approval.approval_step (policy);
create index approval_step_person on approval.approval_step (person) where person is not null;
create index approval_step_group on approval.approval_step ("group") where "group" is not null;

create sequence approval.approval_rule_number;
create table approval.approval_rule (
    id uuid primary key references kernel.record (id),
    number text not null unique,
    version bigint not null,
    organisation uuid not null references kernel.record (id),
    created_at timestamptz not null,
    created_by uuid not null references kernel.record (id),
    updated_at timestamptz not null,
    updated_by uuid not null references kernel.record (id),
    recorded_at timestamptz not null,
    deleted_at timestamptz,
    custom jsonb not null default '{}',
    list text not null collate kernel.text_order,
    position bigint not null,
    record_type text not null,
    condition text,
    amount_from jsonb,
    amount_below jsonb,
    person uuid references kernel.record (id),
    "group" uuid references kernel.record (id),
    active boolean not null
);
create index approval_rule_order on approval.approval_rule (list, position, id) where deleted_at is null;

create sequence approval.approval_number;
create table approval.approval (
    id uuid primary key references kernel.record (id),
    number text not null unique,
    version bigint not null,
    organisation uuid not null references kernel.record (id),
    created_at timestamptz not null,
    created_by uuid not null references kernel.record (id),
    updated_at timestamptz not null,
    updated_by uuid not null references kernel.record (id),
    recorded_at timestamptz not null,
    deleted_at timestamptz,
    custom jsonb not null default '{}',
    title text not null collate kernel.text_order,
    state text not null check (state in ('requested', 'approved', 'rejected', 'withdrawn', 'skipped', 'expired',
        'superseded')),
    record_type text not null,
    record text not null,
    amount jsonb,
    requested_by uuid references kernel.record (id),
    requested_for uuid references kernel.record (id),
    waiting_for uuid[],
    step text,
    due_at timestamptz,
    stopped_at timestamptz,
    next_at timestamptz,
    decided_by uuid references kernel.record (id),
    decided_for uuid references kernel.record (id),
    decided_at timestamptz,
    reason text,
    policy uuid references kernel.record (id),
    approvers uuid[]
);
create index approval_newest on approval.approval (created_at desc nulls last, id desc) where deleted_at is null;
create index approval_due on approval.approval (due_at, id) where deleted_at is null;
create index approval_state on approval.approval (state, created_at desc nulls last, id desc) where deleted_at is null;
create index approval_waiting_for on approval.approval using gin (waiting_for);
create index approval_approvers on approval.approval using gin (approvers);
create index approval_requested_by on approval.approval (requested_by);
create index approval_requested_for on approval.approval (requested_for);
create index approval_organisation on approval.approval (organisation);
-- what the clock has to look at
create index approval_next on approval.approval (next_at) where state = 'requested';

-- Which record an approval is about.
create table approval.about (
    approval uuid primary key references kernel.record (id),
    record uuid not null references kernel.record (id)
);
create index about_record on approval.about (record, approval);

-- The ledger. `version` is that of the approval's history row that tells of it, empty for what changes nothing.
create table approval.event (
    id bigint generated always as identity primary key,
    approval uuid not null references kernel.record (id),
    version bigint,
    kind text not null,
    by uuid not null references kernel.record (id),
    at timestamptz not null,
    detail jsonb not null
);
create index event_ledger on approval.event (approval, id);

-- A mail to an approver with a link that decides once. The link is signed, so nothing here opens it.
create table approval.letter (
    id uuid primary key,
    approval uuid not null references kernel.record (id),
    person uuid not null references kernel.record (id),
    sort text not null check (sort in ('asked', 'reminded')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    sent_at timestamptz,
    attempts integer not null default 0,
    opened_at timestamptz,
    used_at timestamptz
);
create index letter_unsent on approval.letter (created_at) where sent_at is null;
create index letter_approval on approval.letter (approval);
