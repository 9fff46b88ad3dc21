\set i random(1, :rows)
select * from bench_limit.ticket where id = md5(:i::text)::uuid;
