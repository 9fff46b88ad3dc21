-- flow: by which the item is fulfilled; its tasks count only where it has none
alter table request.catalog_item add column flow uuid references kernel.record (id);
create index catalog_item_flow on request.catalog_item (flow) where flow is not null;

-- flow_version: as the flow was when the item was published
alter table request.catalog_item_version add column flow_version uuid references kernel.record (id);
create index catalog_item_version_flow_version on request.catalog_item_version (flow_version)
    where flow_version is not null;

-- flow_version: by which it is fulfilled, to the end
-- flow_failed: a step has failed and somebody has to look at it
alter table request.request_item
    add column flow_version uuid references kernel.record (id),
    add column flow_failed boolean not null default false;
create index request_item_flow_failed on request.request_item (ordered_at desc, id)
    where flow_failed and deleted_at is null;
