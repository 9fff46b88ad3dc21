\set n random(1, :rows / 10)
with a as (
    update bench_limit.approval set state = 'approved', version = version + 1
    where id = md5('a' || :n)::uuid returning id, item, version
), e as (
    insert into bench_limit.event (approval, at, detail) select id, now(), '{"approved": true}' from a
), i as (
    update bench_limit.item set state = 'in_fulfilment', version = version + 1
    where id = (select item from a) returning id, request, version
), r as (
    update bench_limit.request set state = 'in_fulfilment', version = version + 1
    where id = (select request from i) returning id, version
), t as (
    insert into bench_limit.task
    select gen_random_uuid(), 'T' || gen_random_uuid(), 1, id, 'Get it ready', 'open', 7, now() from i
    returning id
)
insert into bench_limit.happened (record, version, at, changes)
select id, version, now(), '{"state": ["requested", "approved"]}'::jsonb from a
union all
select id, version, now(), '{"state": ["waiting_for_approval", "in_fulfilment"]}' from i
union all
select id, version, now(), '{"state": ["waiting_for_approval", "in_fulfilment"]}' from r
union all
select id, 1, now(), '{"title": [null, "Get it ready"], "state": [null, "open"]}' from t;
