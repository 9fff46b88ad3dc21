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
