-- What sources of discovery say about items, what tells items apart, and what people have to decide.

insert into kernel.record (id, type, number, label) values
    ('00000000-0000-7000-8000-000000000006', 'machine', 'discovery', 'Discovery');
insert into kernel.machine (id, name) values ('00000000-0000-7000-8000-000000000006', 'discovery');

create sequence cmdb.discovery_source_number;
create table cmdb.discovery_source (
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
    kind text not null check (kind in ('inventory', 'scan', 'file', 'api')),
    rank bigint not null,
    fresh_days bigint check (fresh_days > 0),
    active boolean not null
);
create index discovery_source_name on cmdb.discovery_source (name, id) where deleted_at is null;
create index discovery_source_organisation on cmdb.discovery_source (organisation, name, id) where deleted_at is null;

-- the hash of the token by which a source's agents call
create table cmdb.discovery_source_token (
    source uuid primary key references kernel.record (id),
    hash bytea not null unique,
    made_at timestamptz not null
);

create table cmdb.identification_rule (
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
    ci_class text,
    position bigint not null,
    identifier text not null,
    active boolean not null
);
create sequence cmdb.identification_rule_number;
create index identification_rule_order on cmdb.identification_rule (position, id) where deleted_at is null;

create table cmdb.classification_rule (
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
    position bigint not null,
    condition text not null,
    ci_class text not null,
    active boolean not null
);
create sequence cmdb.classification_rule_number;
create index classification_rule_order on cmdb.classification_rule (position, id) where deleted_at is null;

create table cmdb.precedence_rule (
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
    ci_class text,
    attribute text collate kernel.text_order,
    source uuid references kernel.record (id),
    rank bigint not null,
    fresh_days bigint check (fresh_days > 0),
    active boolean not null
);
create sequence cmdb.precedence_rule_number;
create index precedence_rule_order on cmdb.precedence_rule (attribute, rank, id) where deleted_at is null;

create sequence cmdb.reconciliation_task_number;
create table cmdb.reconciliation_task (
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
    kind text not null check (kind in ('duplicate', 'reclassification')),
    state text not null check (state in ('open', 'done', 'dismissed')),
    item uuid not null references kernel.record (id),
    other_item uuid references kernel.record (id),
    proposed_class text,
    source uuid references kernel.record (id)
);
create index reconciliation_task_updated on cmdb.reconciliation_task (updated_at desc nulls last, id desc)
    where deleted_at is null;
create index reconciliation_task_organisation
    on cmdb.reconciliation_task (organisation, updated_at desc nulls last, id desc) where deleted_at is null;
create index reconciliation_task_item on cmdb.reconciliation_task (item);
create index reconciliation_task_other_item on cmdb.reconciliation_task (other_item) where other_item is not null;

alter table cmdb.configuration_item add column merged_into uuid references kernel.record (id);
create index configuration_item_merged_into on cmdb.configuration_item (merged_into) where merged_into is not null;

-- What tells an item from all others. Of the active ones no two items of one organisation and family share a value.
--
-- family: class whose identification rules the item follows, empty for the general ones
-- within: the source in which a weak identifier holds, else nil
create table cmdb.identifier (
    item uuid not null references cmdb.configuration_item (id) on delete cascade,
    organisation uuid not null references kernel.record (id),
    family text not null,
    kind text not null,
    value text not null,
    scope text not null,
    within uuid not null,
    active boolean not null,
    primary key (item, kind, value, scope, within)
);
-- a second claim of the same is refused where somebody makes it by hand, which so far means serial numbers
create unique index identifier_serial_number_key on cmdb.identifier (kind, value, scope, organisation, within, family) where active;
create index identifier_value on cmdb.identifier (kind, value);

-- What a source says of an item.
--
-- observed: by attribute {"v": value, "since": first said, "at": last said, "n": how often}
-- identifiers: [{"kind", "value", "scope"}]
create table cmdb.sighting (
    item uuid not null references cmdb.configuration_item (id) on delete cascade,
    source uuid not null references kernel.record (id),
    class text not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times bigint not null,
    origin text,
    observed jsonb not null,
    identifiers jsonb not null,
    primary key (item, source)
);
create index sighting_source on cmdb.sighting (source, last_at);

-- What a source used to say.
create table cmdb.past_observation (
    item uuid not null references cmdb.configuration_item (id) on delete cascade,
    source uuid not null references kernel.record (id),
    attribute text not null,
    value jsonb not null,
    since timestamptz not null,
    until timestamptz not null,
    times bigint not null
);
create index past_observation_item on cmdb.past_observation (item, attribute, until);

-- Values that hold whatever sources say.
create table cmdb.pin (
    item uuid not null references cmdb.configuration_item (id) on delete cascade,
    attribute text not null,
    until timestamptz,
    made_at timestamptz not null,
    made_by uuid not null references kernel.record (id),
    primary key (item, attribute)
);
create index pin_until on cmdb.pin (until) where until is not null;

-- Relations as sources see them.
create table cmdb.relation_sighting (
    relation uuid not null references cmdb.relation (id) on delete cascade,
    source uuid not null references kernel.record (id),
    first_at timestamptz not null,
    last_at timestamptz not null,
    times bigint not null,
    primary key (relation, source)
);

-- Items that became one, and what of the duplicate the survivor was given, so that it can be undone. The id is the
-- operation in history.
create table cmdb.merge (
    id uuid primary key,
    survivor uuid not null references cmdb.configuration_item (id) on delete cascade,
    duplicate uuid not null references cmdb.configuration_item (id) on delete cascade,
    made_at timestamptz not null,
    made_by uuid not null references kernel.record (id),
    given jsonb not null,
    undone_at timestamptz
);
create index merge_survivor on cmdb.merge (survivor, made_at);
create index merge_duplicate on cmdb.merge (duplicate, made_at);

-- One delivery of a source.
create table cmdb.discovery_run (
    id uuid primary key,
    source uuid not null references kernel.record (id),
    at timestamptz not null,
    milliseconds bigint not null,
    origin text,
    created bigint not null,
    updated bigint not null,
    unchanged bigint not null,
    refused bigint not null,
    error text
);
create index discovery_run_source on cmdb.discovery_run (source, at desc);
