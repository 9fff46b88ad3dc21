-- How the files of sources become items.

create sequence cmdb.discovery_mapping_number;
create table cmdb.discovery_mapping (
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
    source uuid not null references kernel.record (id),
    format text not null check (format in ('csv', 'json', 'ndjson')),
    ci_class text,
    records text,
    charset text check (charset in ('utf_8', 'utf_16', 'windows_1252', 'iso_8859_1', 'iso_8859_15')),
    separator text check (separator in ('comma', 'semicolon', 'tab', 'pipe')),
    header boolean not null,
    lines text not null
);
create index discovery_mapping_name on cmdb.discovery_mapping (name, id) where deleted_at is null;
create index discovery_mapping_organisation on cmdb.discovery_mapping (organisation, name, id) where deleted_at is null;
create index discovery_mapping_source on cmdb.discovery_mapping (source) where deleted_at is null;

-- What sources own: of how many of the item's values the source's word is the one that holds; empty until counted.
alter table cmdb.sighting add column owned bigint;
create index sighting_uncounted on cmdb.sighting (item) where owned is null;
create index sighting_owned on cmdb.sighting (source, item) where owned > 0;

create table cmdb.source_count (
    source uuid not null references kernel.record (id),
    class text not null,
    seen bigint not null,
    owned bigint not null,
    counted_at timestamptz not null,
    primary key (source, class)
);

-- Items whose values are to be settled anew, though nobody delivered: a pin ended.
create table cmdb.unsettled (
    item uuid primary key references cmdb.configuration_item (id) on delete cascade
);

-- Whose values are to be settled anew after a rule changed, and how far that is.
--
-- classes: empty for all; attribute, source: those of which a source says something; empty for any
-- after: the last item that was settled
create table cmdb.resettling (
    id uuid primary key,
    classes text[],
    attribute text,
    source uuid,
    after uuid
);
