with t as (
    insert into bench_limit.ticket
    values (gen_random_uuid(), 'T' || lpad(nextval('bench_limit.number')::text, 7, '0'), 1, 3, 'Printer on floor 3 jams',
            'Since this morning every second page comes out crumpled.', 'new', 3, 7, 4711, now(), now(), '{}')
    returning id, number
)
insert into bench_limit.history (record, version, at, changes)
select id, 1, now(), '{"title": [null, "Printer on floor 3 jams"], "state": [null, "new"], "priority": [null, 3]}' from t;
