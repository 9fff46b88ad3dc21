-- The causes behind incidents.

create schema problem;

create sequence problem.problem_number;
create table problem.problem (
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
    description text,
    state text not null check (state in (
        'new', 'assess', 'root_cause_analysis', 'fix_in_progress', 'resolved', 'closed')),
    impact text not null check (impact in ('high', 'medium', 'low')),
    urgency text not null check (urgency in ('high', 'medium', 'low')),
    priority bigint not null check (priority between 1 and 5),
    "group" uuid references kernel.record (id),
    assignee uuid references kernel.record (id),
    category uuid references kernel.record (id),
    service uuid references kernel.record (id),
    configuration_item uuid references kernel.record (id),
    cause text,
    workaround text,
    fix text,
    closure_code text check (closure_code in ('fix_applied', 'risk_accepted', 'duplicate', 'cancelled')),
    duplicate_of uuid references kernel.record (id),
    opened_at timestamptz not null,
    resolved_at timestamptz,
    closed_at timestamptz
);

-- The declared orders, of everything and of one organisation. Numbers have the order of their unique index.
create index problem_priority on problem.problem (priority, opened_at desc nulls last, id desc)
    where deleted_at is null;
create index problem_opened on problem.problem (opened_at desc nulls last, id desc) where deleted_at is null;
create index problem_updated on problem.problem (updated_at desc nulls last, id desc) where deleted_at is null;
create index problem_organisation on problem.problem (organisation, priority, opened_at desc nulls last, id desc)
    where deleted_at is null;

-- What is open: all of it, and of a group.
create index problem_open on problem.problem (priority, opened_at desc nulls last, id desc)
    where deleted_at is null and state in ('new', 'assess', 'root_cause_analysis', 'fix_in_progress');
create index problem_open_of_group on problem.problem ("group", priority, opened_at desc nulls last, id desc)
    where deleted_at is null and state in ('new', 'assess', 'root_cause_analysis', 'fix_in_progress');

create index problem_group on problem.problem ("group", priority, opened_at desc nulls last, id desc)
    where deleted_at is null and "group" is not null;
create index problem_assignee on problem.problem (assignee, priority, opened_at desc nulls last, id desc)
    where deleted_at is null and assignee is not null;
create index problem_duplicate on problem.problem (duplicate_of) where duplicate_of is not null;
