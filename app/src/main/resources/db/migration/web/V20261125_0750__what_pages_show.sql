-- What administrators and people decide about pages: announcements, layouts of lists, templates of new records.
create sequence web.announcement_number;
create table web.announcement (
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
    text text not null collate kernel.text_order,
    text_de text collate kernel.text_order,
    kind text not null check (kind in ('info', 'warning')),
    starts_at timestamptz,
    ends_at timestamptz,
    for_organisation uuid references kernel.record (id),
    for_group uuid references kernel.record (id)
);
create index announcement_starts_at on web.announcement (starts_at desc nulls last, id desc) where deleted_at is null;
create index announcement_for_organisation on web.announcement (for_organisation);
create index announcement_for_group on web.announcement (for_group);

create sequence web.layout_number;
create table web.layout (
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
    record_type text not null collate kernel.text_order,
    role uuid references kernel.record (id),
    columns text not null,
    sort text,
    position bigint not null
);
create index layout_order on web.layout (record_type, position, id) where deleted_at is null;
create index layout_role on web.layout (role);

create table web.template (
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
    code text not null,
    record_type text not null collate kernel.text_order,
    presets text not null,
    seen_by text not null check (seen_by in ('private', 'group', 'everyone')),
    "group" uuid references kernel.record (id),
    owner uuid references kernel.record (id)
);
create index template_name on web.template (name, id) where deleted_at is null;
create index template_record_type on web.template (record_type, name, id) where deleted_at is null;
create index template_group on web.template ("group");
create index template_owner on web.template (owner);
