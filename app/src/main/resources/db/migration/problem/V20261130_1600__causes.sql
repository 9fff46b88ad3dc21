-- Why a problem came about: a tree of causes that were supposed, confirmed or refuted.

create sequence problem.cause_number;
create table problem.cause (
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
    problem uuid not null references kernel.record (id),
    parent uuid references kernel.record (id),
    statement text not null collate kernel.text_order,
    kind text not null check (kind in ('why', 'contributing_factor')),
    state text not null check (state in ('hypothesis', 'confirmed', 'refuted')),
    position bigint not null,
    reason text,
    decided_by uuid references kernel.record (id),
    decided_at timestamptz,
    check (parent is null or parent <> id)
);

create index cause_updated on problem.cause (updated_at desc nulls last, id desc) where deleted_at is null;
create index cause_organisation on problem.cause (organisation, updated_at desc nulls last, id desc)
    where deleted_at is null;
create index cause_problem on problem.cause (problem, updated_at desc nulls last, id desc) where deleted_at is null;
create index cause_parent on problem.cause (parent) where deleted_at is null and parent is not null;
create index cause_decided_by on problem.cause (decided_by, updated_at desc nulls last, id desc)
    where deleted_at is null and decided_by is not null;
