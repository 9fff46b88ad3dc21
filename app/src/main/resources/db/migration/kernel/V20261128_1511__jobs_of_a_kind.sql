-- Somebody's jobs are listed newest first, of all kinds or of one.
create index job_owner_kind on kernel.job (owner, kind, id desc);
create index job_owner_newest on kernel.job (owner, id desc);
drop index kernel.job_owner;
