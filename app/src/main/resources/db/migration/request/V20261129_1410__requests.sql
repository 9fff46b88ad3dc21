-- What was ordered: requests, their items, and the tasks of these.

create sequence request.request_number;
create table request.request (
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
    state text not null
        check (state in ('requested', 'waiting_for_approval', 'in_fulfilment', 'fulfilled', 'closed', 'cancelled')),
    requester uuid not null references kernel.record (id),
    beneficiary uuid references kernel.record (id),
    total_price jsonb,
    monthly_price jsonb,
    yearly_price jsonb,
    ordered_at timestamptz not null,
    expected_at timestamptz,
    fulfilled_at timestamptz,
    closed_at timestamptz
);

-- The declared orders, of everything and of one organisation; somebody's own; what is open.
create index request_ordered_at on request.request (ordered_at desc nulls last, id desc) where deleted_at is null;
create index request_updated on request.request (updated_at desc nulls last, id desc) where deleted_at is null;
create index request_organisation on request.request (organisation, ordered_at desc nulls last, id desc)
    where deleted_at is null;
create index request_organisation_updated on request.request (organisation, updated_at desc nulls last, id desc)
    where deleted_at is null;
create index request_requester on request.request (requester, ordered_at desc nulls last, id desc)
    where deleted_at is null and requester is not null;
create index request_beneficiary on request.request (beneficiary, ordered_at desc nulls last, id desc)
    where deleted_at is null and beneficiary is not null;
create index request_open on request.request (organisation, ordered_at desc nulls last, id desc)
    where deleted_at is null and state in ('requested', 'waiting_for_approval', 'in_fulfilment');
create index request_fulfilled on request.request (fulfilled_at) where deleted_at is null and state = 'fulfilled';

create sequence request.request_item_number;
create table request.request_item (
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
    request uuid not null references kernel.record (id),
    item uuid not null references kernel.record (id),
    item_version uuid references kernel.record (id),
    quantity bigint not null check (quantity between 1 and 1000),
    price jsonb,
    recurring_price jsonb,
    recurring_period text check (recurring_period in ('month', 'year')),
    requester uuid not null references kernel.record (id),
    beneficiary uuid not null references kernel.record (id),
    state text not null
        check (state in ('requested', 'waiting_for_approval', 'in_fulfilment', 'fulfilled', 'closed', 'cancelled')),
    "group" uuid references kernel.record (id),
    assignee uuid references kernel.record (id),
    ordered_at timestamptz not null,
    expected_at timestamptz,
    fulfilled_at timestamptz,
    closed_at timestamptz
);

create index request_item_ordered_at on request.request_item (ordered_at desc nulls last, id desc) where deleted_at is null;
create index request_item_updated on request.request_item (updated_at desc nulls last, id desc) where deleted_at is null;
create index request_item_organisation on request.request_item (organisation, ordered_at desc nulls last, id desc)
    where deleted_at is null;
create index request_item_organisation_updated on request.request_item (organisation, updated_at desc nulls last, id desc)
    where deleted_at is null;
create index request_item_expected on request.request_item (expected_at, id) where deleted_at is null;
create index request_item_request on request.request_item (request, ordered_at desc nulls last, id desc);
create index request_item_requester on request.request_item (requester, ordered_at desc nulls last, id desc)
    where deleted_at is null and requester is not null;
create index request_item_beneficiary on request.request_item (beneficiary, ordered_at desc nulls last, id desc)
    where deleted_at is null and beneficiary is not null;
create index request_item_assignee on request.request_item (assignee, ordered_at desc nulls last, id desc)
    where deleted_at is null and assignee is not null;
create index request_item_group on request.request_item ("group", ordered_at desc nulls last, id desc)
    where deleted_at is null and "group" is not null;
create index request_item_open_of_group on request.request_item ("group", ordered_at desc nulls last, id desc)
    where deleted_at is null and state in ('requested', 'waiting_for_approval', 'in_fulfilment');
create index request_item_open on request.request_item (organisation, ordered_at desc nulls last, id desc)
    where deleted_at is null and state in ('requested', 'waiting_for_approval', 'in_fulfilment');
-- How long an item took lately; what was ordered lately.
create index request_item_took on request.request_item (item, fulfilled_at desc) where fulfilled_at is not null;
create index request_item_item on request.request_item (item, ordered_at desc nulls last, id desc) where deleted_at is null;

create sequence request.task_number;
create table request.task (
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
    request_item uuid not null references kernel.record (id),
    state text not null check (state in ('pending', 'open', 'in_progress', 'done', 'skipped', 'cancelled')),
    position bigint not null,
    depends_on uuid references kernel.record (id),
    "group" uuid references kernel.record (id),
    assignee uuid references kernel.record (id),
    ready_at timestamptz,
    ended_at timestamptz
);

create index task_ready_at on request.task (ready_at desc nulls last, id desc) where deleted_at is null;
create index task_updated on request.task (updated_at desc nulls last, id desc) where deleted_at is null;
create index task_organisation on request.task (organisation, ready_at desc nulls last, id desc)
    where deleted_at is null;
create index task_organisation_updated on request.task (organisation, updated_at desc nulls last, id desc)
    where deleted_at is null;
create index task_request_item on request.task (request_item, position, id);
create index task_assignee on request.task (assignee, ready_at desc nulls last, id desc)
    where deleted_at is null and assignee is not null;
create index task_group on request.task ("group", ready_at desc nulls last, id desc)
    where deleted_at is null and "group" is not null;
create index task_ready_of_group on request.task ("group", ready_at desc nulls last, id desc)
    where deleted_at is null and state in ('open', 'in_progress');
create index task_ready_of_assignee on request.task (assignee, ready_at desc nulls last, id desc)
    where deleted_at is null and state in ('open', 'in_progress');
create index task_ready on request.task (organisation, ready_at desc nulls last, id desc)
    where deleted_at is null and state in ('open', 'in_progress');

-- A group and a person work for one organisation, of which PostgreSQL is unaware.
create statistics request.task_group_organisation (dependencies) on "group", organisation from request.task;
create statistics request.request_item_group_organisation (dependencies) on "group", organisation
    from request.request_item;
