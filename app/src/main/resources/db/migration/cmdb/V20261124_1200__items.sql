-- The things the work is about.

create schema cmdb;

create sequence cmdb.configuration_item_number;
create table cmdb.configuration_item (
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
    class text not null check (class in ('business_service')),
    status text not null check (status in ('planned', 'operational', 'in_maintenance', 'retired')),
    owner uuid references kernel.record (id),
    support_group uuid references kernel.record (id),
    environment text check (environment in ('production', 'test', 'development')),
    criticality text check (criticality in ('high', 'medium', 'low')),
    description text
);
create index configuration_item_name on cmdb.configuration_item (name, id) where deleted_at is null;
create index configuration_item_updated on cmdb.configuration_item (updated_at desc nulls last, id desc)
    where deleted_at is null;
create index configuration_item_class on cmdb.configuration_item (class, name, id) where deleted_at is null;
