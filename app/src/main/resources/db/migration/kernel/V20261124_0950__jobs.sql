-- Long work and what became of it. The scheduler keeps its own table in a schema of its own.
create schema scheduler;
create table scheduler.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduler.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduler.scheduled_tasks (last_heartbeat);

create table kernel.job (
    id uuid primary key,
    kind text not null,
    owner uuid not null references kernel.record (id),
    payload jsonb not null,
    -- the file it works on
    content bytea references kernel.blob (hash),
    content_size bigint,
    state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    -- how far it got; moves with the work itself
    position bigint not null default 0,
    total bigint,
    created bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    refused bigint not null default 0,
    error text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
);
create index job_owner on kernel.job (owner, created_at desc);
