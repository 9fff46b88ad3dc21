-- The least that ordering and approving on PostgreSQL must keep: rows with the indexes their lists need, and what
-- happened. :rows is how many requests there are, each with one item, one task and seven history rows; one in ten was
-- approved.
create schema if not exists bench_limit;
drop table if exists bench_limit.request, bench_limit.item, bench_limit.task, bench_limit.approval, bench_limit.event,
    bench_limit.happened;
drop sequence if exists bench_limit.ordered;
create sequence bench_limit.ordered;
create table bench_limit.request (
    id uuid primary key,
    number text not null unique,
    version bigint not null,
    organisation int not null,
    title text not null,
    state text not null,
    requester int not null,
    price numeric,
    ordered_at timestamptz not null,
    custom jsonb not null default '{}'
);
create table bench_limit.item (
    id uuid primary key,
    number text not null unique,
    version bigint not null,
    request uuid not null,
    organisation int not null,
    title text not null,
    state text not null,
    "group" int,
    requester int not null,
    price numeric,
    ordered_at timestamptz not null,
    custom jsonb not null default '{}'
);
create table bench_limit.task (
    id uuid primary key,
    number text not null unique,
    version bigint not null,
    item uuid not null,
    title text not null,
    state text not null,
    "group" int,
    ready_at timestamptz,
    custom jsonb not null default '{}'
);
create table bench_limit.approval (
    id uuid primary key,
    item uuid not null,
    version bigint not null,
    state text not null,
    approver int not null,
    due_at timestamptz
);
create table bench_limit.event (
    id bigint generated always as identity primary key,
    approval uuid not null,
    at timestamptz not null,
    detail jsonb not null
);
create table bench_limit.happened (
    seq bigint generated always as identity,
    record uuid not null,
    version bigint not null,
    at timestamptz not null,
    changes jsonb not null,
    primary key (record, version)
);
insert into bench_limit.request
select md5('r' || i)::uuid, 'R' || lpad(nextval('bench_limit.ordered')::text, 7, '0'), 3, i % 20, 'Screen Kestrel',
       case when i % 33 = 0 then 'in_fulfilment' else 'closed' end, i % 20000, 229, now() - i * interval '60 seconds'
from generate_series(1, :rows) as i;
insert into bench_limit.item
select md5('i' || i)::uuid, 'I' || i, 3, md5('r' || i)::uuid, i % 20, 'Screen Kestrel',
       case when i % 33 = 0 then 'in_fulfilment' else 'closed' end, i % 160, i % 20000, 229,
       now() - i * interval '60 seconds'
from generate_series(1, :rows) as i;
insert into bench_limit.task
select md5('t' || i)::uuid, 'T' || i, 2, md5('i' || i)::uuid, 'Get it ready',
       case when i % 33 = 0 then 'open' else 'done' end, i % 160, now() - i * interval '60 seconds'
from generate_series(1, :rows) as i;
insert into bench_limit.approval
select md5('a' || i)::uuid, md5('i' || i)::uuid, 2, 'approved', i % 400, now()
from generate_series(1, :rows / 10) as i;
insert into bench_limit.happened (record, version, at, changes)
select md5(kind || i)::uuid, v, now() - i * interval '60 seconds', '{"state": ["in_fulfilment", "closed"]}'
from generate_series(1, :rows) as i, (values ('r', 3), ('i', 3), ('t', 1)) as k (kind, most), generate_series(1, most) as v;
create index on bench_limit.request (ordered_at desc, id desc);
create index on bench_limit.request (requester, ordered_at desc);
create index on bench_limit.item (request);
create index on bench_limit.item ("group", ordered_at desc, id desc) where state in ('requested', 'in_fulfilment');
create index on bench_limit.item (ordered_at desc, id desc);
create index on bench_limit.item (requester, ordered_at desc);
create index on bench_limit.task (item);
create index on bench_limit.task ("group", ready_at desc, id desc) where state in ('open', 'in_progress');
create index on bench_limit.approval (approver, due_at) where state = 'requested';
create index on bench_limit.event (approval, id);
create index on bench_limit.happened (seq);
analyze bench_limit.request;
analyze bench_limit.item;
analyze bench_limit.task;
analyze bench_limit.happened;
