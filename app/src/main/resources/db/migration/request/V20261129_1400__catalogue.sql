-- What can be ordered, and what administrators say about it: catalogues, their categories, items with the versions that
-- were published, and the tasks that an order makes.

create sequence request.catalog_number;
create table request.catalog (
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
    name_de text collate kernel.text_order,
    seen_by text collate kernel.text_order,
    position bigint not null,
    active boolean not null
);
create index catalog_position on request.catalog (position, id) where deleted_at is null;

create sequence request.catalog_category_number;
create table request.catalog_category (
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
    name_de text collate kernel.text_order,
    catalog uuid not null references kernel.record (id),
    parent uuid references kernel.record (id),
    icon text,
    position bigint not null,
    active boolean not null
);
create index catalog_category_position on request.catalog_category (position, id) where deleted_at is null;
create index catalog_category_name on request.catalog_category (name, id) where deleted_at is null;
create index catalog_category_parent on request.catalog_category (parent) where parent is not null;
create index catalog_category_catalog on request.catalog_category (catalog);

create sequence request.catalog_item_number;
create table request.catalog_item (
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
    name_de text collate kernel.text_order,
    category uuid not null references kernel.record (id),
    state text not null check (state in ('draft', 'published', 'retired')),
    icon text not null,
    short_text text collate kernel.text_order,
    short_text_de text collate kernel.text_order,
    description text,
    description_de text,
    price jsonb,
    recurring_price jsonb,
    recurring_period text check (recurring_period in ('month', 'year')),
    promise bigint,
    seen_by text collate kernel.text_order,
    ordered_by text collate kernel.text_order,
    for_others boolean not null,
    most bigint not null check (most between 1 and 1000),
    available_from timestamptz,
    available_to timestamptz,
    owner uuid references kernel.record (id),
    "group" uuid references kernel.record (id),
    edition bigint not null,
    current_version uuid references kernel.record (id),
    published_at timestamptz
);
create index catalog_item_name on request.catalog_item (name, id) where deleted_at is null;
create index catalog_item_updated on request.catalog_item (updated_at desc nulls last, id desc) where deleted_at is null;
create index catalog_item_category on request.catalog_item (category, name, id) where deleted_at is null;
create index catalog_item_organisation on request.catalog_item (organisation, name, id) where deleted_at is null;

create sequence request.catalog_item_version_number;
create table request.catalog_item_version (
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
    name_de text collate kernel.text_order,
    item uuid not null references kernel.record (id),
    edition bigint not null,
    short_text text collate kernel.text_order,
    short_text_de text collate kernel.text_order,
    description text,
    description_de text,
    price jsonb,
    recurring_price jsonb,
    recurring_period text check (recurring_period in ('month', 'year')),
    promise bigint,
    steps text,
    note text
);
create index catalog_item_version_created on request.catalog_item_version (created_at desc nulls last, id desc)
    where deleted_at is null;
create index catalog_item_version_organisation
    on request.catalog_item_version (organisation, created_at desc nulls last, id desc) where deleted_at is null;
create index catalog_item_version_item on request.catalog_item_version (item, edition);

create sequence request.catalog_task_template_number;
create table request.catalog_task_template (
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
    title text not null collate kernel.text_order,
    title_de text collate kernel.text_order,
    item uuid not null references kernel.record (id),
    position bigint not null,
    "group" uuid references kernel.record (id),
    description text
);
create index catalog_task_template_position on request.catalog_task_template (position, id) where deleted_at is null;
create index catalog_task_template_organisation
    on request.catalog_task_template (organisation, position, id) where deleted_at is null;
create index catalog_task_template_item on request.catalog_task_template (item, position);
