-- A bundle is a catalogue item that stands for others: its questions choose which of them are ordered.

create sequence request.bundle_item_number;
create table request.bundle_item (
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
    bundle uuid not null references kernel.record (id),
    item uuid not null references kernel.record (id),
    -- over the answers to the bundle's questions; null for always
    condition text,
    quantity bigint not null,
    position bigint not null,
    -- an item of the same bundle that is delivered first
    depends_on uuid references kernel.record (id),
    -- a line for each question of the item: code, colon, value
    answers text
);
create index bundle_item_position on request.bundle_item (position, id) where deleted_at is null;
create index bundle_item_organisation on request.bundle_item (organisation, position, id) where deleted_at is null;
create index bundle_item_bundle on request.bundle_item (bundle, position);
create index bundle_item_item on request.bundle_item (item);
create index bundle_item_depends_on on request.bundle_item (depends_on) where depends_on is not null;

-- bundled: its items and the conditions that choose them, as they were when it was published
alter table request.catalog_item_version add column bundled text;

-- bundle: the version of the bundle by which it was ordered; bundle_answers: what that was answered
-- depends_on: what is delivered before the work on it begins
alter table request.request_item
    add column bundle uuid references kernel.record (id),
    add column bundle_answers text,
    add column depends_on uuid references kernel.record (id);
create index request_item_bundle on request.request_item (bundle, ordered_at desc nulls last, id desc)
    where deleted_at is null and bundle is not null;
create index request_item_depends_on on request.request_item (depends_on) where depends_on is not null;

-- Lines that were put into the cart together, by which bundle, as which of its items and by which answers.
alter table request.cart_line
    add column bundling uuid,
    add column bundle uuid references kernel.record (id),
    add column bundle_item uuid,
    add column bundle_answers text,
    add constraint cart_line_bundle check (num_nulls(bundling, bundle, bundle_item, bundle_answers) in (0, 4));
