-- Content of files, once per SHA-256, in chunks. An upload fills its chunks first and is named by its hash when it
-- is whole; content that no blob names is an upload in progress or an abandoned one.

create table kernel.blob_content (
    id uuid primary key,
    started_at timestamptz not null
);

create table kernel.blob_chunk (
    content uuid not null references kernel.blob_content (id) on delete cascade,
    n integer not null,
    data bytea not null,
    primary key (content, n)
);
-- Files are mostly compressed already.
alter table kernel.blob_chunk alter column data set storage external;

create table kernel.blob (
    hash bytea primary key check (octet_length(hash) = 32),
    content uuid not null unique references kernel.blob_content (id),
    size bigint not null check (size >= 0),
    created_at timestamptz not null,
    -- the last time somebody brought the same content; what is unreferenced for long after it is swept
    used_at timestamptz not null
);
create index blob_used on kernel.blob (used_at);
