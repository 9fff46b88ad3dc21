-- What an item asks who orders it, and what was answered.

-- form: the form whose questions are asked; form_version: as they are asked by what is offered now
alter table request.catalog_item
    add column form uuid references kernel.record (id),
    add column form_version uuid references kernel.record (id);
create index catalog_item_form on request.catalog_item (form) where form is not null;

alter table request.catalog_item_version
    add column form uuid references kernel.record (id),
    add column form_version uuid references kernel.record (id);
create index catalog_item_version_form on request.catalog_item_version (form) where form is not null;
create index catalog_item_version_form_version on request.catalog_item_version (form_version)
    where form_version is not null;

-- answers: a JSON object by the codes of the questions of form_version; records by their ids, numbers as texts
alter table request.request_item
    add column form_version uuid references kernel.record (id),
    add column answers text;
create index request_item_form_version on request.request_item (form_version, ordered_at desc nulls last, id desc)
    where deleted_at is null and form_version is not null;

-- The same, by the form that is offered when it is looked at; of files the ids of order_file.
alter table request.cart_line add column answers text not null default '{}';

-- Files that came with answers, until what they belong to is ordered.
create table request.order_file (
    id uuid primary key,
    person uuid not null references kernel.record (id),
    name text not null,
    media_type text not null,
    size bigint not null,
    blob bytea not null references kernel.blob (hash),
    at timestamptz not null
);
create index order_file_person on request.order_file (person, at);
create index order_file_at on request.order_file (at);
create index order_file_blob on request.order_file (blob);
