-- What became of the rows of a file: those that were refused, as they came, and the first of the others.
create schema transfer;
create table transfer.import_row (
    job uuid not null references kernel.job (id) on delete cascade,
    -- the row's place in the file, from 0
    n bigint not null,
    line bigint not null,
    outcome text not null check (outcome in ('created', 'changed', 'unchanged', 'refused')),
    -- empty while a dry run has given no number
    number text not null,
    -- what changes, or why not
    detail jsonb not null,
    -- the row as it was written; refused ones only
    fields jsonb,
    primary key (job, n)
);
create index import_row_outcome on transfer.import_row (job, outcome, n);
