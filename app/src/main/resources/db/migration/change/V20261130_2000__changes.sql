-- Changes to what IT runs, the models by which they go, their tasks, and what is said of affected items.

create schema change;

create sequence change.change_model_number;
create table change.change_model (
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
    type text not null check (type in ('standard', 'normal', 'emergency')),
    position bigint not null,
    active boolean not null,
    -- codes of states with commas between them, in their order
    states text not null,
    -- a line for a state: code, colon, codes of attributes
    demands text,
    -- a line for a task: kind, colon, title
    tasks text
);
create index change_model_type on change.change_model (type, position, id) where deleted_at is null;
create index change_model_organisation on change.change_model (organisation, type, position, id)
    where deleted_at is null;

create sequence change.change_number;
create table change.change (
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
    type text not null check (type in ('standard', 'normal', 'emergency')),
    model uuid references kernel.record (id),
    state text not null check (state in (
        'new', 'assess', 'authorize', 'scheduled', 'implement', 'review', 'closed', 'cancelled')),
    requested_by uuid references kernel.record (id),
    "group" uuid references kernel.record (id),
    assignee uuid references kernel.record (id),
    category uuid references kernel.record (id),
    service uuid references kernel.record (id),
    configuration_item uuid references kernel.record (id),
    description text,
    justification text,
    implementation_plan text,
    test_plan text,
    back_out_plan text,
    planned_start timestamptz,
    planned_end timestamptz,
    actual_start timestamptz,
    actual_end timestamptz,
    outcome text check (outcome in ('successful', 'successful_with_issues', 'failed', 'backed_out')),
    review text,
    unplanned boolean not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    constraint change_planned_window check (planned_end > planned_start)
);

-- The declared orders, of everything and of one organisation. Numbers have the order of their unique index.
create index change_planned on change.change (planned_start, id) where deleted_at is null;
create index change_opened on change.change (opened_at desc nulls last, id desc) where deleted_at is null;
create index change_updated on change.change (updated_at desc nulls last, id desc) where deleted_at is null;
create index change_organisation on change.change (organisation, planned_start, id) where deleted_at is null;

-- What is open: all of it, and of a group.
create index change_open on change.change (planned_start, id)
    where deleted_at is null and state in ('new', 'assess', 'authorize', 'scheduled', 'implement', 'review');
create index change_open_of_group on change.change ("group", planned_start, id)
    where deleted_at is null and state in ('new', 'assess', 'authorize', 'scheduled', 'implement', 'review');

create index change_group on change.change ("group", planned_start, id)
    where deleted_at is null and "group" is not null;
create index change_assignee on change.change (assignee, planned_start, id)
    where deleted_at is null and assignee is not null;
create index change_item on change.change (configuration_item, planned_start, id)
    where deleted_at is null and configuration_item is not null;
create index change_service on change.change (service, planned_start, id)
    where deleted_at is null and service is not null;
create index change_model_of on change.change (model);

create sequence change.change_task_number;
create table change.change_task (
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
    change uuid not null references kernel.record (id),
    kind text not null check (kind in ('plan', 'implement', 'test', 'review')),
    position bigint not null,
    state text not null check (state in ('open', 'in_progress', 'done', 'cancelled')),
    "group" uuid references kernel.record (id),
    assignee uuid references kernel.record (id),
    planned_start timestamptz,
    planned_end timestamptz,
    started_at timestamptz,
    ended_at timestamptz
);
create index change_task_planned on change.change_task (planned_start, id) where deleted_at is null;
create index change_task_updated on change.change_task (updated_at desc nulls last, id desc)
    where deleted_at is null;
create index change_task_organisation on change.change_task (organisation, planned_start, id)
    where deleted_at is null;
create index change_task_change on change.change_task (change, planned_start, id) where deleted_at is null;
create index change_task_assignee on change.change_task (assignee, planned_start, id)
    where deleted_at is null and assignee is not null;
create index change_task_group on change.change_task ("group", planned_start, id)
    where deleted_at is null and "group" is not null;
create index change_task_open on change.change_task (planned_start, id)
    where deleted_at is null and state in ('open', 'in_progress');

create sequence change.affected_item_number;
create table change.affected_item (
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
    change uuid not null references kernel.record (id),
    item uuid not null references kernel.record (id),
    excluded boolean not null,
    reason text
);
create unique index affected_item_item_key on change.affected_item (change, item) where deleted_at is null;
create index affected_item_of on change.affected_item (item) where deleted_at is null;
create index affected_item_updated on change.affected_item (updated_at desc nulls last, id desc)
    where deleted_at is null;
create index affected_item_organisation on change.affected_item (organisation, updated_at desc nulls last, id desc)
    where deleted_at is null;
