-- A record type of tests alone: an attribute of every kind, as a column and as a custom field.
create schema specimen;
create table specimen.specimen (
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
    notes text,
    size bigint,
    weight numeric,
    price jsonb,
    fragile boolean,
    found_on date,
    seen_at timestamptz,
    lasts bigint,
    condition text check (condition in ('new', 'worn', 'broken')),
    colour text,
    parent uuid references kernel.record (id),
    branch uuid references kernel.record (id),
    kin uuid[],
    secret text
);
create sequence specimen.specimen_number;
create index specimen_size on specimen.specimen (size, seen_at desc nulls last, id desc) where deleted_at is null;
create index specimen_seen on specimen.specimen (seen_at desc nulls last, id desc) where deleted_at is null;
create index specimen_parent on specimen.specimen (parent);
