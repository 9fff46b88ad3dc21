-- What somebody means to order; what was ordered by a form already; what was looked for and not found; what departments
-- order.

create table request.cart_line (
    id uuid primary key,
    person uuid not null references kernel.record (id),
    item uuid not null references kernel.record (id),
    quantity bigint not null check (quantity between 1 and 1000),
    people uuid[] not null,
    later boolean not null default false,
    added_at timestamptz not null
);
create index cart_line_person on request.cart_line (person, added_at, id);

-- A form is sent once, however often its button is pressed.
create table request.order_once (
    person uuid not null references kernel.record (id),
    token uuid not null,
    request uuid references kernel.record (id),
    at timestamptz not null,
    primary key (person, token)
);
create index order_once_at on request.order_once (at);

create table request.demand (
    organisation uuid not null references kernel.record (id),
    words text not null,
    count bigint not null,
    last_at timestamptz not null,
    primary key (organisation, words)
);
create index demand_count on request.demand (count desc, last_at desc);

-- Counted now and then from what was ordered.
create table request.popularity (
    organisation uuid not null references kernel.record (id),
    department text not null,
    item uuid not null references kernel.record (id),
    count bigint not null,
    primary key (organisation, department, item)
);

insert into kernel.record (id, type, number, label) values
    ('00000000-0000-7000-8000-000000000034', 'machine', 'request_close', 'Automatic closing of requests');
insert into kernel.machine (id, name) values ('00000000-0000-7000-8000-000000000034', 'request_close');
