-- Records that were deleted long ago are emptied; their registry row stays as a tombstone without a label.
alter table kernel.record add column purged_at timestamptz;
create index record_to_purge on kernel.record (deleted_at) where deleted_at is not null and purged_at is null;
drop index kernel.record_deleted;
-- Jobs that ended long ago go too.
create index job_finished on kernel.job (finished_at) where finished_at is not null;
