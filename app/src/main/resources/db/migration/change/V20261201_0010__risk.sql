-- The risk of changes: the rules that make it of facts, the questions that people answer, and what was assessed.

create sequence change.risk_rule_number;
create table change.risk_rule (
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
    fact text not null,
    threshold bigint not null,
    points bigint not null,
    least text check (least in ('low', 'medium', 'high', 'very_high')),
    active boolean not null,
    position bigint not null
);
create unique index risk_rule_fact_key on change.risk_rule (fact, threshold) where active and deleted_at is null;
create index risk_rule_position on change.risk_rule (position, id) where deleted_at is null;
create index risk_rule_organisation on change.risk_rule (organisation, position, id) where deleted_at is null;

create table change.risk_question (
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
    code text not null,
    text text not null collate kernel.text_order,
    text_de text collate kernel.text_order,
    -- a line for an answer: code, colon, points, and a label after another colon
    answers text not null,
    model uuid references kernel.record (id),
    active boolean not null,
    position bigint not null
);
create index risk_question_position on change.risk_question (position, id) where deleted_at is null;
create index risk_question_organisation on change.risk_question (organisation, position, id)
    where deleted_at is null;

alter table change.change
    add column risk text,
    add column risk_points bigint,
    add column risk_assessed_at timestamptz,
    -- a line for an answer: code of the question, colon, code of the answer
    add column risk_answers text;
-- Nothing that is there has to be read: no change has a risk yet.
alter table change.change
    add constraint change_risk_check check (risk in ('low', 'medium', 'high', 'very_high')) not valid;

-- What came of changes by a model, of a group and to an item within a year, and of all by their risk.
create index change_closed_of_model on change.change (model, closed_at) where state = 'closed' and deleted_at is null;
create index change_closed_of_group on change.change ("group", closed_at) where state = 'closed' and deleted_at is null;
create index change_closed_of_item on change.change (configuration_item, closed_at)
    where state = 'closed' and deleted_at is null;
create index change_closed_by_risk on change.change (closed_at, risk, outcome)
    where state = 'closed' and deleted_at is null;
