-- The work that a problem takes.

create sequence problem.problem_task_number;
create table problem.problem_task (
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
    title text not null collate kernel.text_order,
    description text,
    problem uuid not null references kernel.record (id),
    state text not null check (state in ('open', 'in_progress', 'done', 'cancelled')),
    "group" uuid references kernel.record (id),
    assignee uuid references kernel.record (id),
    due_at timestamptz,
    ended_at timestamptz
);

create index problem_task_due on problem.problem_task (due_at, id) where deleted_at is null;
create index problem_task_updated on problem.problem_task (updated_at desc nulls last, id desc)
    where deleted_at is null;
create index problem_task_organisation on problem.problem_task (organisation, due_at, id) where deleted_at is null;
create index problem_task_problem on problem.problem_task (problem, due_at, id) where deleted_at is null;
create index problem_task_assignee on problem.problem_task (assignee, due_at, id)
    where deleted_at is null and assignee is not null;
create index problem_task_group on problem.problem_task ("group", due_at, id)
    where deleted_at is null and "group" is not null;
create index problem_task_open on problem.problem_task (due_at, id)
    where deleted_at is null and state in ('open', 'in_progress');
