-- Lists as somebody keeps them: filter, order, columns and grouping under a name.

create schema web;

create sequence web.saved_view_number;
create table web.saved_view (
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
    name_de text collate kernel.text_order,
    collection text not null collate kernel.text_order,
    filter text,
    sort text,
    columns text,
    group_by text,
    audience text not null check (audience in ('private', 'group', 'everyone')),
    owner uuid references kernel.record (id),
    "group" uuid references kernel.record (id),
    position bigint not null
);
create index saved_view_order on web.saved_view (collection, position, id) where deleted_at is null;
create index saved_view_owner on web.saved_view (owner, collection, position, id) where deleted_at is null;
create index saved_view_group on web.saved_view ("group", collection, position, id) where deleted_at is null;
