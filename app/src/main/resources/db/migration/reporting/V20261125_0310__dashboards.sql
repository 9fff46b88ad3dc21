-- Dashboards and their tiles.

create schema reporting;

create sequence reporting.dashboard_number;
create table reporting.dashboard (
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
    title_de text collate kernel.text_order,
    description text collate kernel.text_order,
    description_de text collate kernel.text_order,
    audience text not null check (audience in ('private', 'group', 'everyone')),
    "group" uuid references kernel.record (id),
    owner uuid references kernel.record (id),
    position bigint not null
);
create index dashboard_order on reporting.dashboard (position, title, id) where deleted_at is null;
create index dashboard_owner on reporting.dashboard (owner);

create sequence reporting.tile_number;
create table reporting.tile (
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
    dashboard uuid not null references kernel.record (id),
    owner uuid references kernel.record (id),
    position bigint not null,
    title text not null collate kernel.text_order,
    title_de text collate kernel.text_order,
    shape text not null check (shape in ('number', 'trend', 'bar', 'table', 'list')),
    width text not null check (width in ('small', 'medium', 'wide')),
    collection text not null collate kernel.text_order,
    filter text collate kernel.text_order,
    measure text not null collate kernel.text_order,
    group_by text collate kernel.text_order,
    moment text collate kernel.text_order,
    against text collate kernel.text_order,
    days bigint,
    stretch text check (stretch in ('day', 'week', 'month')),
    compare boolean not null,
    most bigint not null
);
create index tile_order on reporting.tile (dashboard, position, id) where deleted_at is null;
create index tile_position on reporting.tile (position, id) where deleted_at is null;
