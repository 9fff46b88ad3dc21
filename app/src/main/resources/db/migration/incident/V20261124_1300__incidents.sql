-- Incidents, and what administrators own of them: the priority matrix and the assignment rules.

create schema incident;

create sequence incident.incident_number;
create table incident.incident (
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
    caller uuid references kernel.record (id),
    opened_by uuid references kernel.record (id),
    channel text,
    category uuid references kernel.record (id),
    service uuid references kernel.record (id),
    configuration_item uuid references kernel.record (id),
    location uuid references kernel.record (id),
    impact text not null check (impact in ('high', 'medium', 'low')),
    urgency text not null check (urgency in ('high', 'medium', 'low')),
    priority bigint not null check (priority between 1 and 5),
    priority_override boolean not null default false,
    priority_reason text,
    state text not null
        check (state in ('new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled')),
    hold_reason text check (hold_reason in (
        'awaiting_caller', 'awaiting_vendor', 'awaiting_change', 'awaiting_problem', 'awaiting_evidence')),
    "group" uuid references kernel.record (id),
    assignee uuid references kernel.record (id),
    parent_incident uuid references kernel.record (id),
    duplicate_of uuid references kernel.record (id),
    caused_by uuid references kernel.record (id),
    resolution_code text,
    resolution text,
    resolved_by uuid references kernel.record (id),
    opened_at timestamptz not null,
    first_response_at timestamptz,
    resolved_at timestamptz,
    closed_at timestamptz,
    due_at timestamptz,
    reassignment_count bigint not null default 0,
    reopen_count bigint not null default 0,
    major_incident text not null default 'none'
        check (major_incident in ('none', 'proposed', 'accepted', 'demoted')),
    confidential boolean not null default false
);

-- The declared orders.
create index incident_priority on incident.incident (priority, opened_at desc nulls last, id desc)
    where deleted_at is null;
create index incident_opened on incident.incident (opened_at desc nulls last, id desc) where deleted_at is null;
create index incident_updated on incident.incident (updated_at desc nulls last, id desc) where deleted_at is null;
create index incident_due on incident.incident (due_at, id) where deleted_at is null;
create index incident_order_of_numbers on incident.incident (number, id) where deleted_at is null;

-- What is open, few among many that are done.
create index incident_open on incident.incident (priority, opened_at desc nulls last, id desc)
    where deleted_at is null and state in ('new', 'in_progress', 'on_hold');

-- A group's list, all of it and what is open of it.
create index incident_group on incident.incident ("group", priority, opened_at desc nulls last, id desc)
    where deleted_at is null;
create index incident_open_of_group on incident.incident ("group", priority, opened_at desc nulls last, id desc)
    where deleted_at is null and state in ('new', 'in_progress', 'on_hold');

-- Somebody's own incidents.
create index incident_assignee on incident.incident (assignee) where deleted_at is null and assignee is not null;
create index incident_caller on incident.incident (caller) where deleted_at is null and caller is not null;
create index incident_opened_by on incident.incident (opened_by) where deleted_at is null and opened_by is not null;

create index incident_parent on incident.incident (parent_incident) where parent_incident is not null;
create index incident_duplicate on incident.incident (duplicate_of) where duplicate_of is not null;

-- What the clock asks for: resolved and not yet closed, waiting for the caller.
create index incident_resolved on incident.incident (resolved_at) where deleted_at is null and state = 'resolved';
create index incident_waiting on incident.incident (updated_at)
    where deleted_at is null and state = 'on_hold' and hold_reason = 'awaiting_caller';

create table incident.priority_rule (
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
    impact text not null check (impact in ('high', 'medium', 'low')),
    urgency text not null check (urgency in ('high', 'medium', 'low')),
    priority bigint not null check (priority between 1 and 5)
);
create index priority_rule_number on incident.priority_rule (number, id) where deleted_at is null;

create sequence incident.assignment_rule_number;
create table incident.assignment_rule (
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
    position bigint not null,
    condition text not null,
    "group" uuid not null references kernel.record (id),
    method text not null check (method in ('group_only', 'least_loaded', 'next_member')),
    active boolean not null
);
create index assignment_rule_position on incident.assignment_rule (position, id) where deleted_at is null;
