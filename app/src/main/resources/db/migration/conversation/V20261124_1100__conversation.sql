-- What people say about records and hang on them. `version` is that of the history row that tells of it.

create schema conversation;

create table conversation.comment (
    id uuid primary key,
    record uuid not null references kernel.record (id),
    version bigint not null,
    text text not null,
    -- a work note: for those who work on the record
    internal boolean not null,
    by uuid not null references kernel.record (id),
    at timestamptz not null,
    recorded_at timestamptz not null default now(),
    -- where it came from when not from a person at a page or by the API: `mail`, an import's profile
    origin text,
    unique (record, version),
    unique (record, id)
);
create index comment_timeline on conversation.comment (record, at, id);

create table conversation.attachment (
    id uuid primary key,
    record uuid not null references kernel.record (id),
    version bigint not null,
    -- the comment it came with
    comment uuid,
    internal boolean not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    -- null once the content is given up
    blob bytea references kernel.blob (hash),
    by uuid not null references kernel.record (id),
    at timestamptz not null,
    removed_at timestamptz,
    removed_by uuid references kernel.record (id),
    unique (record, version),
    foreign key (record, comment) references conversation.comment (record, id)
);
create index attachment_timeline on conversation.attachment (record, at, id);
create index attachment_comment on conversation.attachment (comment) where comment is not null;
create index attachment_blob on conversation.attachment (blob) where blob is not null;
create index attachment_removed on conversation.attachment (removed_at) where removed_at is not null and blob is not null;

create table conversation.link (
    id uuid primary key,
    record uuid not null references kernel.record (id),
    version bigint not null,
    type text not null
        check (type in ('relates_to', 'duplicates', 'duplicated_by', 'caused_by', 'causes', 'blocks', 'blocked_by',
            'parent_of', 'child_of')),
    to_record uuid not null references kernel.record (id),
    by uuid not null references kernel.record (id),
    at timestamptz not null,
    unique (record, type, to_record),
    check (record <> to_record)
);
create index link_to on conversation.link (to_record, at, id);

create table conversation.watcher (
    record uuid not null references kernel.record (id),
    person uuid not null references kernel.record (id),
    by uuid not null references kernel.record (id),
    at timestamptz not null,
    primary key (record, person)
);
create index watcher_person on conversation.watcher (person, record);
