-- How well what is kept about items holds: measures, what is expected, rules, policies, and what was found.

insert into kernel.record (id, type, number, label) values
    ('00000000-0000-7000-8000-000000000028', 'machine', 'upkeep', 'Upkeep');
insert into kernel.machine (id, name) values ('00000000-0000-7000-8000-000000000028', 'upkeep');

create table cmdb.health_measure (
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
    weight bigint not null check (weight between 0 and 100),
    position bigint not null,
    active boolean not null
);
create index health_measure_order on cmdb.health_measure (position, id) where deleted_at is null;

create sequence cmdb.class_expectation_number;
create table cmdb.class_expectation (
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
    ci_class text,
    attributes text,
    related text check (related in ('no', 'any', 'needs', 'needed')),
    unique_names boolean,
    active boolean not null
);
create index class_expectation_name on cmdb.class_expectation (name, id) where deleted_at is null;
-- a class has one that counts, and so have all of them together
create unique index class_expectation_ci_class_key on cmdb.class_expectation (coalesce(ci_class, ''))
    where deleted_at is null and active;

create sequence cmdb.compliance_rule_number;
create table cmdb.compliance_rule (
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
    ci_class text,
    condition text not null,
    description text,
    active boolean not null
);
create index compliance_rule_name on cmdb.compliance_rule (name, id) where deleted_at is null;

create sequence cmdb.staleness_policy_number;
create table cmdb.staleness_policy (
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
    ci_class text,
    source uuid references kernel.record (id),
    verify_after bigint not null check (verify_after > 0),
    retires boolean not null,
    retire_after bigint check (retire_after > verify_after),
    archives boolean not null,
    archive_after bigint check (archive_after > verify_after),
    at_most bigint not null check (at_most > 0),
    active boolean not null
);
create index staleness_policy_name on cmdb.staleness_policy (name, id) where deleted_at is null;

-- When somebody last said that the item is there, when its people were asked, and since when it is put away.
alter table cmdb.configuration_item
    add column confirmed_at timestamptz,
    add column asked_at timestamptz,
    add column archived_at timestamptz;
create index configuration_item_asked on cmdb.configuration_item (asked_at) where asked_at is not null;
create index configuration_item_archived on cmdb.configuration_item (archived_at) where archived_at is not null;
create index configuration_item_to_archive on cmdb.configuration_item (valid_to)
    where status = 'retired' and archived_at is null and deleted_at is null;

alter table cmdb.reconciliation_task
    drop constraint reconciliation_task_kind_check,
    add constraint reconciliation_task_kind_check check (kind in ('duplicate', 'reclassification', 'verification')),
    add column assignee uuid references kernel.record (id),
    add column "group" uuid references kernel.record (id),
    add column policy uuid references kernel.record (id),
    add column reason text;
create index reconciliation_task_assignee
    on cmdb.reconciliation_task (assignee, updated_at desc nulls last, id desc)
    where deleted_at is null and assignee is not null;
create index reconciliation_task_group on cmdb.reconciliation_task ("group", updated_at desc nulls last, id desc)
    where deleted_at is null and "group" is not null;
-- about one item people are asked once at a time, however many nodes ask
create unique index reconciliation_task_item_key on cmdb.reconciliation_task (item)
    where kind = 'verification' and state = 'open' and deleted_at is null;
create index reconciliation_task_policy on cmdb.reconciliation_task (policy) where state = 'open';

-- What was measured of each active item: by code of the measure how much is expected of it and how much of that holds.
create table cmdb.item_health (
    item uuid primary key references cmdb.configuration_item (id) on delete cascade,
    results jsonb not null
);

-- Where something that is expected does not hold.
--
-- details: codes of attributes, ids of rules, numbers of items, as the measure has it
create table cmdb.finding (
    measure uuid not null references kernel.record (id),
    item uuid not null references cmdb.configuration_item (id) on delete cascade,
    details text[] not null,
    primary key (measure, item)
);
create index finding_item on cmdb.finding (item);
create index finding_details on cmdb.finding using gin (details);

-- The services, and what each of them needs, itself included.
create table cmdb.service_item (
    service uuid not null references cmdb.configuration_item (id) on delete cascade,
    item uuid not null references cmdb.configuration_item (id) on delete cascade,
    primary key (service, item)
);
create index service_item_item on cmdb.service_item (item);

-- The sums of the last measuring.
--
-- key: code of a class, id of a group (empty for none), id of a service
-- results: by code of the measure what is expected, what of it holds, items with findings
create table cmdb.health_sum (
    dimension text not null check (dimension in ('class', 'team', 'service')),
    key text not null,
    organisation uuid not null,
    items bigint not null,
    results jsonb not null,
    primary key (dimension, key, organisation)
);

-- The same as it was on a day.
create table cmdb.health_day (
    day date not null,
    dimension text not null,
    key text not null,
    organisation uuid not null,
    items bigint not null,
    results jsonb not null,
    primary key (dimension, day, key, organisation)
);
create index health_day_day on cmdb.health_day (day);

-- When it was measured last; one row.
create table cmdb.health_round (
    id boolean primary key default true check (id),
    wanted_at timestamptz,
    began_at timestamptz,
    measured_at timestamptz
);
insert into cmdb.health_round default values;
