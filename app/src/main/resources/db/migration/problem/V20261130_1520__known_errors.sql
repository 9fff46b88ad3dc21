-- What is known of errors: how they show themselves, why, and what helps until they are removed.

create sequence problem.known_error_number;
create table problem.known_error (
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
    symptom text,
    cause text,
    workaround text,
    state text not null check (state in ('draft', 'published', 'retired')),
    problem uuid references kernel.record (id),
    category uuid references kernel.record (id),
    service uuid references kernel.record (id),
    configuration_item uuid references kernel.record (id),
    published_at timestamptz,
    retired_at timestamptz
);

create index known_error_published on problem.known_error (published_at desc nulls last, id desc)
    where deleted_at is null;
create index known_error_updated on problem.known_error (updated_at desc nulls last, id desc)
    where deleted_at is null;
create index known_error_organisation on problem.known_error (organisation, published_at desc nulls last, id desc)
    where deleted_at is null;

-- Which ones may match an incident.
create index known_error_service on problem.known_error (service) where service is not null and state = 'published';
create index known_error_item on problem.known_error (configuration_item)
    where configuration_item is not null and state = 'published';
create index known_error_category on problem.known_error (category)
    where category is not null and state = 'published';
create index known_error_problem on problem.known_error (problem) where problem is not null;
