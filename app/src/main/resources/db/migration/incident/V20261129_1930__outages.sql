-- What everybody of an organisation is told of a major incident, and who said that they are affected.

alter table incident.incident add column status_text text collate kernel.text_order;

create table incident.affected (
    record uuid not null references kernel.record (id),
    person uuid not null references kernel.record (id),
    by uuid not null references kernel.record (id),
    at timestamptz not null,
    primary key (record, person)
);
create index affected_person on incident.affected (person, at desc);

-- Few among very many, asked for by every first page of the portal.
create index incident_outages on incident.incident (organisation, opened_at desc, id)
    where major_incident = 'accepted' and state in ('new', 'in_progress', 'on_hold') and deleted_at is null;
