-- What administrators define: options of lists, the category tree, fields of their own.

create table kernel.pick (
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
    list text not null collate kernel.text_order,
    code text not null,
    label text not null collate kernel.text_order,
    label_de text collate kernel.text_order,
    position bigint not null,
    active boolean not null
);
create index pick_list on kernel.pick (list, position, id) where deleted_at is null;

create sequence kernel.category_number;
create table kernel.category (
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
    parent uuid references kernel.record (id),
    owner_group uuid references kernel.record (id),
    active boolean not null
);
create index category_name on kernel.category (name, id) where deleted_at is null;
create index category_parent on kernel.category (parent);

create table kernel.custom_field (
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
    record_type text not null collate kernel.text_order,
    code text not null,
    kind text not null check (kind in (
        'text', 'prose', 'whole', 'decimal', 'money', 'yes_no', 'day', 'moment', 'duration',
        'choice', 'pick', 'tree_pick', 'reference', 'references')),
    options text,
    label text not null collate kernel.text_order,
    label_de text collate kernel.text_order,
    required boolean not null,
    searched boolean not null,
    position bigint not null
);
create index custom_field_order on kernel.custom_field (record_type, position, id) where deleted_at is null;
