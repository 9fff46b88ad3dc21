-- Configurations that were applied as text; what each did is in history, under its operation.
create table transfer.configuration_run (
    operation uuid primary key,
    at timestamptz not null,
    by uuid not null references kernel.record (id),
    created integer not null,
    changed integer not null,
    deleted integer not null,
    undone_at timestamptz
);
create index configuration_run_at on transfer.configuration_run (at desc, operation);
