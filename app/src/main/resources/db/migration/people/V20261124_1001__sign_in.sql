-- What proves who somebody is: passwords, sessions, tokens, links for setting up; and the record of all that.

create table people.credential (
    person uuid primary key references people.person (id),
    hash text not null,
    version bigint not null,
    changed_at timestamptz not null
);

create table people.session (
    secret_hash bytea primary key,
    id uuid not null unique,
    person uuid not null references people.person (id),
    credential_version bigint not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    address text not null,
    agent text not null
);
create index session_person on people.session (person, created_at);
create index session_expires on people.session (expires_at);

create table people.token (
    id uuid primary key,
    secret_hash bytea not null unique,
    name text not null,
    person uuid not null references people.person (id),
    kind text not null check (kind in ('personal', 'service')),
    scopes text[] not null,
    read_only boolean not null,
    requests_per_second integer check (requests_per_second > 0),
    created_at timestamptz not null,
    created_by uuid not null references kernel.record (id),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index token_person on people.token (person, created_at);

create table people.sign_in_attempt (
    id bigint generated always as identity primary key,
    account text not null,
    address text not null,
    at timestamptz not null
);
create index sign_in_attempt_account on people.sign_in_attempt (account, at);
create index sign_in_attempt_address on people.sign_in_attempt (address, at);
create index sign_in_attempt_at on people.sign_in_attempt (at);

create table people.set_up_link (
    secret_hash bytea primary key,
    -- whose password it sets; null makes the first administrator
    person uuid references people.person (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create table people.audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor uuid references kernel.record (id),
    event text not null,
    address text,
    detail jsonb not null default '{}'
);
create index audit_newest on people.audit (at desc, id desc);
create index audit_actor on people.audit (actor, at desc);

create function people.audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is only ever added to';
end
$$;
create trigger audit_stays before update or delete on people.audit
    for each statement execute function people.audit_stays();
