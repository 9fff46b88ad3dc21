-- What people found when they looked whether what is known of items is true, and what comes of it.

create sequence cmdb.accuracy_check_number;
create table cmdb.accuracy_check (
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
    summary text collate kernel.text_order,
    item uuid not null references kernel.record (id),
    attribute text not null collate kernel.text_order,
    value text collate kernel.text_order,
    judged text,
    verdict text not null check (verdict in ('confirmed', 'wrong')),
    note text collate kernel.text_order
);
create index accuracy_check_created on cmdb.accuracy_check (created_at desc nulls last, id desc)
    where deleted_at is null;
create index accuracy_check_organisation
    on cmdb.accuracy_check (organisation, created_at desc nulls last, id desc) where deleted_at is null;
create index accuracy_check_item on cmdb.accuracy_check (item, attribute);

-- How true the items of an organisation and a class are that a group supports, as measured last.
create table cmdb.accuracy (
    organisation uuid not null references kernel.record (id),
    class text not null,
    support_group uuid references kernel.record (id),
    items bigint not null,
    "values" bigint not null,
    confirmed bigint not null,
    contradicted bigint not null,
    measured_at timestamptz not null,
    unique nulls not distinct (organisation, class, support_group)
);

-- items of a group in an order by which some are drawn
create index configuration_item_drawn on cmdb.configuration_item (support_group, md5(id::text))
    where deleted_at is null and support_group is not null;
