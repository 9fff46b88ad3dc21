-- What is done for records, step by step, and how far it is with each.

create schema flow;

-- subject: code of the record type that it is for
-- document: BPMN 2.0, as it is worked on
-- published, revision: the flow_version that is in force, and its revision; empty before the first
create table flow.flow (
    id uuid primary key references kernel.record (id),
    number text not null unique,
    version bigint not null,
    organisation uuid not null references kernel.record (id),
    created_at timestamptz not null,
    created_by uuid not null references kernel.record (id),
    updated_at timestamptz not null,
    updated_by uuid not null references kernel.record (id),
    recorded_at timestamptz not null,
    deleted_at timestamptz,
    custom jsonb not null default '{}',
    name text not null collate kernel.text_order,
    subject text not null,
    description text,
    document text not null,
    published uuid references kernel.record (id),
    revision bigint
);
create index flow_name on flow.flow (name, id) where deleted_at is null;
create index flow_organisation on flow.flow (organisation, name, id) where deleted_at is null;
create index flow_published on flow.flow (published) where published is not null;

-- A flow as it was published: never changed, since what began by it goes on by it.
create table flow.flow_version (
    id uuid primary key references kernel.record (id),
    number text not null unique,
    version bigint not null,
    organisation uuid not null references kernel.record (id),
    created_at timestamptz not null,
    created_by uuid not null references kernel.record (id),
    updated_at timestamptz not null,
    updated_by uuid not null references kernel.record (id),
    recorded_at timestamptz not null,
    deleted_at timestamptz,
    custom jsonb not null default '{}',
    name text not null collate kernel.text_order,
    flow uuid not null references kernel.record (id),
    revision bigint not null,
    subject text not null,
    note text,
    document text not null,
    unique (flow, revision)
);
create index flow_version_name on flow.flow_version (name, id) where deleted_at is null;
create index flow_version_organisation on flow.flow_version (organisation, name, id) where deleted_at is null;

-- A flow on its way for a record.
--   process: what the engine calls it; empty until it has begun
--   parent: the step of another run that waits for its end
--   german: whether what people read of it is in German
--   steps: how many it has had
create table flow.run (
    id uuid primary key,
    flow_version uuid not null references kernel.record (id),
    record_type text not null,
    record uuid not null references kernel.record (id) on delete cascade,
    parent uuid,
    state text not null check (state in ('waiting', 'running', 'failed', 'ended', 'cancelled')),
    process text,
    german boolean not null,
    steps integer not null default 0,
    reason text,
    began_at timestamptz not null,
    ended_at timestamptz
);
create index run_record on flow.run (record, began_at);
create index run_flow_version on flow.run (flow_version);
create unique index run_one on flow.run (record) where parent is null and state in ('waiting', 'running', 'failed');

-- A step of a run, from when it is reached.
--   execution: where the engine rests meanwhile
--   made: the task, the approval or whatever record came of it
--   awaits: the message or the condition that it waits for
create table flow.step (
    id uuid primary key,
    run uuid not null references flow.run (id) on delete cascade,
    element text not null,
    kind text not null,
    execution text not null,
    state text not null check (state in ('ready', 'waiting', 'done', 'failed', 'skipped', 'cancelled')),
    outcome text,
    made uuid,
    due_at timestamptz,
    awaits text,
    reason text,
    began_at timestamptz not null,
    ended_at timestamptz
);
create index step_run on flow.step (run, began_at);
create index step_made on flow.step (made) where state = 'waiting' and made is not null;
create index step_due on flow.step (due_at) where state = 'waiting' and due_at is not null;
alter table flow.run add foreign key (parent) references flow.step (id) on delete cascade;
create index run_parent on flow.run (parent) where parent is not null;

-- What a run has to be told, in this order; gone once it was.
create table flow.signal (
    id bigint generated always as identity primary key,
    run uuid not null references flow.run (id) on delete cascade,
    kind text not null,
    step uuid,
    outcome text,
    by uuid,
    at timestamptz not null default now()
);
create index signal_run on flow.signal (run, id);

-- Calls to other systems that are to be made; the step is the key by which they know it again.
--   held_until: a node is making it
create table flow.call (
    step uuid primary key references flow.step (id) on delete cascade,
    method text not null,
    url text not null,
    body text,
    attempts integer not null default 0,
    next_at timestamptz not null,
    held_until timestamptz,
    status integer,
    reason text
);
create index call_next on flow.call (next_at);
