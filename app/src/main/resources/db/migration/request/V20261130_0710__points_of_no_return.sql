-- no_return: once somebody has begun with such a task, who ordered the item does not cancel it any more
-- compensation: the task that undoes it where the item is cancelled after it was done, and whose that is
alter table request.catalog_task_template
    add column no_return boolean not null default false,
    add column compensation text,
    add column compensation_de text,
    add column compensation_group uuid references kernel.record (id);

-- The same, as the version said by which the item was ordered.
-- undoes: what it was made to undo, as people call it; empty for all other tasks
alter table request.task
    add column no_return boolean not null default false,
    add column compensation text,
    add column compensation_group uuid references kernel.record (id),
    add column undoes text;

-- no_return: the step after which who ordered it does not cancel it any more, once it was reached; since when
alter table request.request_item
    add column no_return text,
    add column no_return_at timestamptz;
