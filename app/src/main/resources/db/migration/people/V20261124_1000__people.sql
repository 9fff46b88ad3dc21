-- Organisations, persons, groups, locations, roles and grants.

create schema people;

create table people.organisation (
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
    description text
);
create sequence people.organisation_number;
create index organisation_name on people.organisation (name, id) where deleted_at is null;

create table people.location (
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
    parent uuid references kernel.record (id),
    address text,
    city text collate kernel.text_order,
    country text collate kernel.text_order
);
create sequence people.location_number;
create index location_name on people.location (name, id) where deleted_at is null;
create index location_country on people.location (country, city, name, id) where deleted_at is null;
create index location_parent on people.location (parent);
create index location_organisation on people.location (organisation);

create table people.person (
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
    email text,
    phone text,
    department text collate kernel.text_order,
    title text collate kernel.text_order,
    manager uuid references kernel.record (id),
    location uuid references kernel.record (id),
    language text check (language in ('en', 'de')),
    zone text,
    vip boolean not null,
    active boolean not null,
    kind text not null check (kind in ('person', 'service'))
);
create index person_name on people.person (name, id) where deleted_at is null;
create index person_department on people.person (department, name, id) where deleted_at is null;
create index person_email on people.person (lower(email));
create index person_manager on people.person (manager);
create index person_location on people.person (location);
create index person_organisation on people.person (organisation, name, id);

create table people."group" (
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
    description text,
    manager uuid references kernel.record (id),
    parent uuid references kernel.record (id),
    members uuid[],
    email text,
    active boolean not null
);
create sequence people.group_number;
create index group_name on people."group" (name, id) where deleted_at is null;
create index group_members on people."group" using gin (members);
create index group_manager on people."group" (manager);
create index group_parent on people."group" (parent);
create index group_organisation on people."group" (organisation);

create table people.role (
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
    description text,
    permissions text not null
);
create index role_name on people.role (name, id) where deleted_at is null;

create table people."grant" (
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
    person uuid references kernel.record (id),
    "group" uuid references kernel.record (id),
    role uuid not null references kernel.record (id),
    for_organisation uuid references kernel.record (id),
    check (num_nonnulls(person, "group") = 1)
);
create sequence people.grant_number;
create index grant_newest on people."grant" (created_at desc nulls last, id desc) where deleted_at is null;
create index grant_person on people."grant" (person);
create index grant_group on people."grant" ("group");
create index grant_role on people."grant" (role);
create index grant_organisation on people."grant" (organisation);

-- Moves with everything that decides what somebody may do, in the same transaction, so that every node drops what it
-- remembers of actors at the next request.
create table people.epoch (
    single boolean primary key default true check (single),
    epoch bigint not null,
    -- whether there is an administrator; once there is, there is always one
    administered boolean not null
);
insert into people.epoch (epoch, administered) values (1, false);

create function people.has_administrator() returns boolean language sql volatile as $$
    select exists (
        select 1
        from people."grant" g
        join people.role r on r.id = g.role and r.deleted_at is null
            and 'admin' = any (string_to_array(r.permissions, ' '))
        left join people."group" t on t.id = g."group" and t.deleted_at is null and t.active
        join people.person p on (p.id = g.person or p.id = any (t.members)) and p.deleted_at is null and p.active
        where g.deleted_at is null and g.for_organisation is null
    )
$$;

-- The epoch's row is locked by whoever changes rights, so two administrators cannot remove each other at once.
create function people.rights_changed() returns trigger language plpgsql as $$
declare
    was boolean;
    left_over boolean;
begin
    update people.epoch set epoch = epoch + 1 returning administered into was;
    left_over := people.has_administrator();
    if was and not left_over and tg_op <> 'INSERT' then
        raise exception 'nobody would be left to administer'
            using errcode = 'check_violation', constraint = 'last_administrator', schema = 'people';
    end if;
    if was is distinct from left_over then
        update people.epoch set administered = left_over;
    end if;
    return null;
end
$$;

create trigger rights_changed
    after update of active, deleted_at, name, zone, language on people.person
    for each statement execute function people.rights_changed();
create trigger rights_changed
    after insert or update of active, deleted_at, members on people."group"
    for each statement execute function people.rights_changed();
create trigger rights_changed
    after update of permissions, deleted_at on people.role
    for each statement execute function people.rights_changed();
create trigger rights_changed
    after insert or update or delete on people."grant"
    for each statement execute function people.rights_changed();
