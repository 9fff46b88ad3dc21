-- Who has a record's page open, and who writes there: true for as long as it is said again. Every open page writes
-- it every minute, so it is not logged, refers to nothing, and is gone after a crash.
create unlogged table web.presence (
    page uuid primary key,
    record uuid not null,
    person uuid not null,
    until timestamptz not null,
    -- null for nothing
    writing text check (writing in ('comment', 'note', 'value')),
    writing_until timestamptz
);
create index presence_record on web.presence (record, person);
create index presence_until on web.presence (until);
