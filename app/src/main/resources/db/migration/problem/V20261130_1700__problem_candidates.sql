-- Incidents that are so much alike that a problem may be behind them.

create sequence problem.problem_candidate_number;
create table problem.problem_candidate (
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
    state text not null check (state in ('open', 'accepted', 'dismissed', 'faded')),
    words text,
    category uuid references kernel.record (id),
    service uuid references kernel.record (id),
    configuration_item uuid references kernel.record (id),
    incident_count bigint not null,
    incident_count_before bigint not null,
    growth bigint not null,
    people bigint not null,
    minutes_lost bigint not null,
    cost jsonb,
    first_seen timestamptz,
    last_seen timestamptz,
    problem uuid references kernel.record (id),
    dismissal_reason text,
    decided_at timestamptz,
    decided_by uuid references kernel.record (id)
);

-- The declared orders, and the first of them of one organisation.
create index problem_candidate_growth on problem.problem_candidate (growth desc nulls last, id desc)
    where deleted_at is null;
create index problem_candidate_count on problem.problem_candidate (incident_count desc nulls last, id desc)
    where deleted_at is null;
create index problem_candidate_minutes on problem.problem_candidate (minutes_lost desc nulls last, id desc)
    where deleted_at is null;
create index problem_candidate_seen on problem.problem_candidate (last_seen desc nulls last, id desc)
    where deleted_at is null;
create index problem_candidate_updated on problem.problem_candidate (updated_at desc nulls last, id desc)
    where deleted_at is null;
create index problem_candidate_organisation on problem.problem_candidate (organisation, growth desc nulls last, id desc)
    where deleted_at is null;
create index problem_candidate_open on problem.problem_candidate (growth desc nulls last, id desc)
    where deleted_at is null and state = 'open';

-- The cluster that a candidate is kept for: each is kept for one candidate.
create table problem.candidate_cluster (
    candidate uuid primary key references kernel.record (id),
    signature text not null unique
);

-- The newest incidents behind a candidate.
create table problem.candidate_incident (
    candidate uuid not null references kernel.record (id),
    incident uuid not null references kernel.record (id),
    place bigint not null,
    primary key (candidate, incident)
);
create index candidate_incident_of on problem.candidate_incident (incident);

-- When an organisation was looked at last.
create table problem.candidate_round (
    organisation uuid primary key references kernel.record (id),
    looked_at timestamptz not null
);
