-- What discovery finds changed on watched items without an open change.

-- whether changes of items of the class are watched; null as the class above says
alter table cmdb.ci_class add column watched boolean;
-- whether values come and go by themselves
alter table cmdb.ci_attribute add column volatile boolean not null default false;

update cmdb.ci_class set watched = true where code in
    ('database', 'middleware', 'server', 'virtual_machine', 'network_device', 'storage', 'container_cluster',
     'cloud_resource');
update cmdb.ci_attribute set volatile = true where code in
    ('last_boot_at', 'page_count', 'port_status', 'replicas', 'size_mb', 'user_count');

create sequence cmdb.drift_number;
create table cmdb.drift (
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
    summary text not null collate kernel.text_order,
    item uuid not null references kernel.record (id),
    class text not null,
    state text not null check (state in ('open', 'accepted', 'reversed', 'explained')),
    flapping boolean not null,
    source uuid references kernel.record (id),
    "group" uuid references kernel.record (id),
    changes bigint not null,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    times bigint not null,
    note text,
    decided_at timestamptz,
    decided_by uuid references kernel.record (id)
);
create index drift_last_seen on cmdb.drift (last_seen desc nulls last, id desc) where deleted_at is null;
create index drift_organisation on cmdb.drift (organisation, last_seen desc nulls last, id desc)
    where deleted_at is null;
create index drift_updated on cmdb.drift (updated_at desc nulls last, id desc) where deleted_at is null;
create index drift_organisation_updated on cmdb.drift (organisation, updated_at desc nulls last, id desc)
    where deleted_at is null;
-- the inbox: what is open is little among what was decided
create index drift_inbox on cmdb.drift (state, flapping, last_seen desc nulls last, id desc) where deleted_at is null;
create index drift_inbox_of_organisation
    on cmdb.drift (organisation, state, flapping, last_seen desc nulls last, id desc) where deleted_at is null;
create index drift_inbox_of_group on cmdb.drift ("group", state, flapping, last_seen desc nulls last, id desc)
    where deleted_at is null;
create index drift_item on cmdb.drift (item, last_seen desc nulls last, id desc);
create index drift_source on cmdb.drift (source, last_seen desc nulls last, id desc) where deleted_at is null;

-- What is otherwise, one line per attribute or relation of the item.
--
-- key: the attribute, or the relation's type with its other end
-- before, after: in the JSON form of the attribute's kind; of a relation whether it holds
-- course: when and how the value moved lately; tells what flaps
create table cmdb.drift_line (
    drift uuid not null references cmdb.drift (id) on delete cascade,
    key text not null,
    item uuid not null references cmdb.configuration_item (id) on delete cascade,
    sort text not null check (sort in ('attribute', 'relation')),
    code text not null,
    other uuid references cmdb.configuration_item (id) on delete cascade,
    outward boolean not null,
    before jsonb not null,
    after jsonb not null,
    source uuid not null references kernel.record (id),
    first_at timestamptz not null,
    last_at timestamptz not null,
    times bigint not null,
    standing text not null check (standing in ('open', 'reversed', 'flapping')),
    course text not null,
    primary key (drift, key)
);
create index drift_line_item on cmdb.drift_line (item, last_at);
create index drift_line_other on cmdb.drift_line (other) where other is not null;
create index drift_line_flapping on cmdb.drift_line (last_at) where standing = 'flapping';

-- The history rows that a drift rests on: what a delivery wrote of the item or the relation.
create table cmdb.drift_cause (
    operation uuid not null,
    record uuid not null references kernel.record (id),
    drift uuid not null references cmdb.drift (id) on delete cascade,
    primary key (operation, record)
);
create index drift_cause_drift on cmdb.drift_cause (drift);
