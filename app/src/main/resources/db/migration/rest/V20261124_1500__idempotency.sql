-- The first answer to a POST with an Idempotency-Key, replayed for a day.
create schema rest;

create table rest.idempotency (
    principal uuid not null,
    key text not null,
    request_hash bytea not null,
    -- null while the first call runs
    status int,
    headers jsonb,
    body bytea,
    created_at timestamptz not null default now(),
    primary key (principal, key)
);
create index idempotency_age on rest.idempotency (created_at);
