-- What people are asked who order something.

create schema request;

create table request.question_set (
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
    document text not null
);
create index question_set_name on request.question_set (name, id) where deleted_at is null;
create index question_set_organisation on request.question_set (organisation, name, id) where deleted_at is null;

-- document: as it is worked on
-- sets: the sets of questions that it uses
-- published, revision: the form_version that is in force, and its revision; empty before the first
create table request.form (
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
    document text not null,
    sets uuid[],
    published uuid references kernel.record (id),
    revision bigint
);
create index form_name on request.form (name, id) where deleted_at is null;
create index form_organisation on request.form (organisation, name, id) where deleted_at is null;
create index form_published on request.form (published) where published is not null;
create index form_sets on request.form using gin (sets);

-- A form as it was published: never changed, since what was ordered by it is read by it.
create table request.form_version (
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
    form uuid not null references kernel.record (id),
    revision bigint not null,
    note text,
    document text not null,
    unique (form, revision)
);
create index form_version_name on request.form_version (name, id) where deleted_at is null;
create index form_version_organisation on request.form_version (organisation, name, id) where deleted_at is null;
