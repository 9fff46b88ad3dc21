\set i random(1, :rows)
with t as (
    update bench_limit.ticket set state = 'on_hold', version = version + 1, updated_at = now()
    where id = md5(:i::text)::uuid returning id, version
), c as (
    insert into bench_limit.comment select gen_random_uuid(), id, now(), 'Waiting for the supplier.' from t
)
insert into bench_limit.history (record, version, at, changes)
select id, version, now(), '{"state": ["new", "on_hold"]}' from t;
