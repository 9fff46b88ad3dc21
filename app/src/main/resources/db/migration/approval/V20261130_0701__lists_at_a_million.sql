-- The newest of what somebody asked for, of what was asked for them, and of an organisation.
drop index approval.approval_requested_by;
create index approval_requested_by on approval.approval (requested_by, created_at desc nulls last, id desc)
    where deleted_at is null and requested_by is not null;
drop index approval.approval_requested_for;
create index approval_requested_for on approval.approval (requested_for, created_at desc nulls last, id desc)
    where deleted_at is null and requested_for is not null;
drop index approval.approval_organisation;
create index approval_organisation on approval.approval (organisation, created_at desc nulls last, id desc)
    where deleted_at is null;
