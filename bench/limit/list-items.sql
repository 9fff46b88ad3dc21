\set g random(0, 159)
select * from bench_limit.item
where "group" = :g and state in ('requested', 'in_fulfilment')
order by ordered_at desc, id desc limit 50;
