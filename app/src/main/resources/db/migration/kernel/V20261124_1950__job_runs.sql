-- Which run of a job is the valid one: a node that was only slow must not write into a job that another has taken over.
alter table kernel.job add column runs int not null default 0;
