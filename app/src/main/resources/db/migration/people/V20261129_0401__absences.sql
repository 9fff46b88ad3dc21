-- When people are away, and who stands in for them.

create sequence people.absence_number;
create table people.absence (
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
    person uuid not null references kernel.record (id),
    from_at timestamptz not null,
    to_at timestamptz not null,
    substitute uuid references kernel.record (id),
    note text collate kernel.text_order,
    check (from_at < to_at)
);
create index absence_newest on people.absence (from_at desc nulls last, id desc) where deleted_at is null;
create index absence_person on people.absence (person, from_at desc nulls last, id desc) where deleted_at is null;
create index absence_substitute on people.absence (substitute) where substitute is not null;
create index absence_organisation on people.absence (organisation);
