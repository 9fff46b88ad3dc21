-- When changes rest, when items are worked on, and what finds open changes by their windows.

create sequence change.freeze_period_number;
create table change.freeze_period (
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
    kind text not null check (kind in ('freeze', 'blackout')),
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    -- a rule of RFC 5545
    recurrence_rule text,
    zone text,
    items uuid[],
    groups uuid[],
    description text,
    active boolean not null
);
create index freeze_period_starts on change.freeze_period (starts_at desc nulls last, id desc)
    where deleted_at is null;
create index freeze_period_organisation on change.freeze_period (organisation, starts_at desc nulls last, id desc)
    where deleted_at is null;

create sequence change.maintenance_window_number;
create table change.maintenance_window (
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
    items uuid[],
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    recurrence_rule text,
    zone text,
    description text,
    active boolean not null
);
create index maintenance_window_starts on change.maintenance_window (starts_at desc nulls last, id desc)
    where deleted_at is null;
create index maintenance_window_organisation
    on change.maintenance_window (organisation, starts_at desc nulls last, id desc) where deleted_at is null;
create index maintenance_window_items on change.maintenance_window using gin (items) where deleted_at is null;

-- Open changes by when they begin.
create index change_begins on change.change ((coalesce(actual_start, planned_start)))
    where deleted_at is null and state in ('new', 'assess', 'authorize', 'scheduled', 'implement', 'review');

-- The few that last long, by when they end.
create index change_lasting on change.change (planned_end)
    where deleted_at is null and planned_end - planned_start > interval '7 days';
