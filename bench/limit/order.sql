with r as (
    insert into bench_limit.request
    values (gen_random_uuid(), 'R' || lpad(nextval('bench_limit.ordered')::text, 7, '0'), 1, 3, 'Screen Kestrel',
            'in_fulfilment', 4711, 229, now())
    returning id, number
), i as (
    insert into bench_limit.item
    select gen_random_uuid(), 'I' || number, 1, id, 3, 'Screen Kestrel', 'in_fulfilment', 7, 4711, 229, now() from r
    returning id, number
), t as (
    insert into bench_limit.task
    select gen_random_uuid(), 'T' || number, 1, id, 'Get it ready', 'open', 7, now() from i
    returning id
)
insert into bench_limit.happened (record, version, at, changes)
select id, 1, now(), '{"title": [null, "Screen Kestrel"], "state": [null, "in_fulfilment"]}'::jsonb from r
union all
select id, 1, now(), '{"title": [null, "Screen Kestrel"], "state": [null, "in_fulfilment"]}' from i
union all
select id, 1, now(), '{"title": [null, "Get it ready"], "state": [null, "open"]}' from t;
