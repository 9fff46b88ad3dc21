-- What became of lines that were put into carts, or ordered at once: how many of an item, in an organisation, on a day
-- (UTC). Nothing says whose they were. Rows of one day are put together now and then.
create table request.cart_fate (
    item uuid not null references kernel.record (id),
    organisation uuid not null references kernel.record (id),
    day date not null,
    fate text not null check (fate in ('ordered', 'removed', 'expired')),
    lines bigint not null check (lines > 0)
);
create index cart_fate_item on request.cart_fate (item, day);
create index cart_fate_day on request.cart_fate (day);

-- touched_at: what nobody touches for long is taken out of the cart
alter table request.cart_line add column touched_at timestamptz not null default now();
create index cart_line_touched on request.cart_line (touched_at);

-- What is counted of an item comes from these alone.
drop index request.request_item_item;
create index request_item_item on request.request_item (item, ordered_at desc nulls last, id desc)
    include (organisation, state) where deleted_at is null;
drop index request.request_item_took;
create index request_item_took on request.request_item (item, fulfilled_at desc)
    include (ordered_at, organisation, state, deleted_at) where fulfilled_at is not null;
create index request_item_rated on request.request_item (item, rated_at)
    include (rating, organisation) where rating is not null and deleted_at is null;
