-- The record engine: registry, external keys, history and feed.

create schema kernel;

create schema ext;
create extension if not exists pg_trgm schema ext;

-- One Unicode collation for every text that people read in order: the root collation of CLDR.
create collation kernel.text_order (provider = icu, locale = 'und');

-- Folding of text for comparison: the same as Texts.fold in Java.
create function kernel.fold(text) returns text
    language sql immutable strict parallel safe
    return replace(lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g') collate pg_c_utf8), 'ß', 'ss');

create table kernel.record (
    id uuid primary key,
    type text not null,
    number text not null,
    label text not null collate kernel.text_order,
    deleted_at timestamptz,
    deleted_by uuid references kernel.record (id),
    unique (type, number)
);
create index record_label on kernel.record (type, label, id);
create index record_label_lower on kernel.record (type, lower(label));
create index record_deleted on kernel.record (deleted_at) where deleted_at is not null;

-- Folded text of the searched attributes, one line per attribute, off the hot row.
create table kernel.search_text (
    record uuid primary key references kernel.record (id),
    type text not null,
    folded text not null
);
create index search_text_folded on kernel.search_text using gin (folded ext.gin_trgm_ops);

create table kernel.external_key (
    id bigint generated always as identity primary key,
    record uuid not null references kernel.record (id),
    type text not null,
    source text not null,
    key text not null,
    unique (type, source, key)
);
create index external_key_record on kernel.external_key (record, id);

create sequence kernel.history_seq cache 100;

create table kernel.history (
    seq bigint not null default nextval('kernel.history_seq'),
    xid xid8 not null default pg_current_xact_id(),
    record uuid not null references kernel.record (id),
    type text not null,
    version bigint not null,
    kind text not null,
    at timestamptz not null,
    recorded_at timestamptz not null,
    by uuid not null references kernel.record (id),
    cause_kind text not null,
    cause_name text not null,
    cause_id text,
    operation uuid not null,
    imported boolean not null default false,
    -- null once the record is purged
    changes jsonb,
    reasons jsonb,
    primary key (record, version, recorded_at)
) partition by range (recorded_at);
create index history_feed on kernel.history (xid, seq);
create index history_operation on kernel.history (operation);

-- Catches what no month's partition takes; months are made ahead by a job.
create table kernel.history_default partition of kernel.history default;

create table kernel.feed_position (
    consumer text primary key,
    xid xid8 not null,
    seq bigint not null,
    updated_at timestamptz not null default now()
);

-- Facts about the installation: its secret, the cluster it last ran on, the first organisation.
create table kernel.installation (
    name text primary key,
    value text not null
);

-- Named parts of the system that act: history names them as it names persons.
create table kernel.machine (
    id uuid primary key references kernel.record (id),
    name text not null unique
);
insert into kernel.record (id, type, number, label) values
    ('00000000-0000-7000-8000-000000000001', 'machine', 'system', 'Mainstay'),
    ('00000000-0000-7000-8000-000000000002', 'machine', 'auto_close', 'Automatic closing'),
    ('00000000-0000-7000-8000-000000000003', 'machine', 'reminder', 'Reminders'),
    ('00000000-0000-7000-8000-000000000004', 'machine', 'purge', 'Purge of deleted records');
insert into kernel.machine (id, name) select id, number from kernel.record where type = 'machine';
