-- Which records somebody looked at last.

create table web.recently_seen (
    person uuid not null references kernel.record (id),
    record uuid not null references kernel.record (id),
    at timestamptz not null,
    primary key (person, record)
);
create index recently_seen_order on web.recently_seen (person, at desc);
create index recently_seen_record on web.recently_seen (record);
