-- What persons are told of records, and which sorts of it they do not want to hear.

create schema notification;

create sequence notification.news_seq;

create table notification.news (
    id uuid primary key,
    -- the order in which they came to be: one consumer of the feed writes them, one after the other
    seq bigint not null default nextval('notification.news_seq') unique,
    person uuid not null references kernel.record (id),
    record uuid not null references kernel.record (id),
    type text not null,
    -- the history row that tells of it
    version bigint not null,
    sort text not null check (sort in ('mentioned', 'assigned', 'group_assigned', 'replied', 'changed')),
    by uuid not null references kernel.record (id),
    at timestamptz not null,
    -- only for those who work on the record
    internal boolean not null,
    comment uuid,
    -- the state it came into
    value text,
    read_at timestamptz,
    unique (person, record, version)
);
create index news_newest on notification.news (person, seq desc);
create index news_unread on notification.news (person, seq desc) where read_at is null;
create index news_at on notification.news (at);

create table notification.muted (
    person uuid not null references kernel.record (id),
    sort text not null check (sort in ('mentioned', 'assigned', 'group_assigned', 'replied', 'changed')),
    primary key (person, sort)
);

-- What happened before anybody was told of anything is no news.
insert into kernel.feed_position (consumer, xid, seq)
values ('notification', pg_snapshot_xmin(pg_current_snapshot()), 0);
