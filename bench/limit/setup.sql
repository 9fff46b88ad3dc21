-- The least that any incident desk on PostgreSQL must keep: a row with the indexes its lists need, and what happened.
-- :rows is how many incidents there are; each has five history rows.
create schema if not exists bench_limit;
drop table if exists bench_limit.ticket, bench_limit.history, bench_limit.comment;
drop sequence if exists bench_limit.number;
create sequence bench_limit.number;
create table bench_limit.ticket (
    id uuid primary key,
    number text not null unique,
    version bigint not null,
    organisation int not null,
    title text not null,
    description text,
    state text not null,
    priority int not null,
    "group" int,
    caller int,
    opened_at timestamptz not null,
    updated_at timestamptz not null,
    custom jsonb not null default '{}'
);
create table bench_limit.history (
    seq bigint generated always as identity,
    record uuid not null,
    version bigint not null,
    at timestamptz not null,
    changes jsonb not null,
    primary key (record, version)
);
create table bench_limit.comment (
    id uuid primary key,
    record uuid not null,
    at timestamptz not null,
    text text not null
);
insert into bench_limit.ticket
select md5(i::text)::uuid, 'T' || lpad(nextval('bench_limit.number')::text, 7, '0'), 5, i % 20, 'Incident ' || i,
       repeat('Something does not work. ', 8), case when i % 10 < 3 then 'new' else 'closed' end, i % 5 + 1, i % 160,
       i % 20000, now() - i * interval '30 seconds', now() - i * interval '20 seconds', '{}'
from generate_series(1, :rows) as i;
insert into bench_limit.history (record, version, at, changes)
select md5(i::text)::uuid, v, now() - i * interval '30 seconds', '{"state": ["new", "in_progress"]}'
from generate_series(1, :rows) as i, generate_series(1, 5) as v;
create index on bench_limit.ticket (priority, opened_at desc, id desc);
create index on bench_limit.ticket ("group", priority, opened_at desc, id desc) where state in ('new', 'in_progress', 'on_hold');
create index on bench_limit.ticket (opened_at desc, id desc);
create index on bench_limit.ticket (caller);
create index on bench_limit.history (seq);
create index on bench_limit.comment (record, at);
analyze bench_limit.ticket;
analyze bench_limit.history;
