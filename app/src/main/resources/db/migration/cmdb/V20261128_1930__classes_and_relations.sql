-- Classes of items with attributes of their own, and relations between items.

create table cmdb.ci_class (
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
    code text not null,
    label text not null collate kernel.text_order,
    label_de text collate kernel.text_order,
    parent uuid references kernel.record (id),
    phase text not null check (phase in ('operational', 'design_time')),
    abstract boolean not null,
    icon text,
    display text,
    active boolean not null
);
create index ci_class_label on cmdb.ci_class (label, id) where deleted_at is null;

create table cmdb.ci_attribute (
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
    ci_class text not null,
    code text not null,
    kind text not null check (kind in (
        'text', 'prose', 'whole', 'decimal', 'money', 'yes_no', 'day', 'moment', 'duration',
        'choice', 'pick', 'tree_pick', 'reference', 'references')),
    options text,
    unit text,
    label text not null collate kernel.text_order,
    label_de text collate kernel.text_order,
    required boolean not null,
    searched boolean not null,
    position bigint not null
);
create index ci_attribute_order on cmdb.ci_attribute (ci_class, position, id) where deleted_at is null;

alter table cmdb.configuration_item
    drop constraint configuration_item_class_check,
    add column serial_number text collate kernel.text_order,
    add column asset_tag text collate kernel.text_order,
    add column manufacturer text collate kernel.text_order,
    add column model text collate kernel.text_order,
    add column fqdn text collate kernel.text_order,
    add column valid_from timestamptz,
    add column valid_to timestamptz,
    add column attributes jsonb not null default '{}';
update cmdb.configuration_item set valid_from = created_at where valid_from is null;
create index configuration_item_organisation on cmdb.configuration_item (organisation, name, id)
    where deleted_at is null;
create index configuration_item_organisation_class on cmdb.configuration_item (organisation, class, name, id)
    where deleted_at is null;
create index configuration_item_organisation_updated
    on cmdb.configuration_item (organisation, updated_at desc nulls last, id desc) where deleted_at is null;
create index configuration_item_serial_number on cmdb.configuration_item (serial_number)
    where serial_number is not null;
create index configuration_item_fqdn on cmdb.configuration_item (fqdn) where fqdn is not null;
create index configuration_item_support_group on cmdb.configuration_item (support_group, name, id)
    where deleted_at is null;
create index configuration_item_owner on cmdb.configuration_item (owner) where owner is not null;

create table cmdb.relation_type (
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
    code text not null,
    label text not null collate kernel.text_order,
    label_de text collate kernel.text_order,
    reverse_label text not null collate kernel.text_order,
    reverse_label_de text collate kernel.text_order,
    failure text not null check (failure in ('up', 'down', 'both', 'none')),
    containment boolean not null,
    pairs text,
    to_at_most bigint,
    from_at_most bigint,
    active boolean not null
);
create index relation_type_label on cmdb.relation_type (label, id) where deleted_at is null;

create sequence cmdb.relation_number;
create table cmdb.relation (
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
    "type" text not null,
    "from" uuid not null references kernel.record (id),
    "to" uuid not null references kernel.record (id),
    redundancy text,
    needed bigint check (needed > 0),
    valid_from timestamptz not null,
    valid_to timestamptz check (valid_to > valid_from),
    source text,
    confidence bigint check (confidence between 0 and 100),
    port bigint,
    protocol text
);
create index relation_updated on cmdb.relation (updated_at desc nulls last, id desc) where deleted_at is null;
create index relation_from on cmdb.relation ("from", "type");
create index relation_to on cmdb.relation ("to", "type");
-- two items are related once in one way at a time
create unique index relation_to_key on cmdb.relation ("type", "from", "to")
    where deleted_at is null and valid_to is null;
