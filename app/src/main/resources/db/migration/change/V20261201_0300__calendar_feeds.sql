-- Secret addresses at which calendar programs read what a person sees of the change schedule.

create table change.calendar_feed (
    id uuid primary key,
    secret_hash bytea not null unique,
    person uuid not null references people.person (id),
    name text not null,
    -- in the filter language, over changes
    filter text not null,
    created_at timestamptz not null,
    last_read_at timestamptz,
    revoked_at timestamptz
);
create index calendar_feed_person on change.calendar_feed (person, created_at);
