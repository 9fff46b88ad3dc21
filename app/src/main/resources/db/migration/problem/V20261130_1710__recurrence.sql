-- What came back after the fix of a problem, counted once its days are over.

alter table problem.problem
    add column recurred_30 bigint,
    add column recurred_90 bigint;

create index problem_recurrence_due on problem.problem (resolved_at, id)
    where deleted_at is null and resolved_at is not null and (recurred_30 is null or recurred_90 is null);
