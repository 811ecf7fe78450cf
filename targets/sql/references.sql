-- Columns of foreign keys, each with the column that it refers to.
with place as (
  select attrelid, attnum, attname, row_number() over (partition by attrelid order by attnum) - 1 as place
  from pg_attribute where attnum > 0 and not attisdropped
)
select distinct n.nspname || '.' || c.relname as relation, p.attname as name, p.place,
  rn.nspname || '.' || r.relname as to_relation, rp.attname as to_name
from pg_constraint k
cross join unnest(k.conkey, k.confkey) as pair(attnum, to_attnum)
join pg_class c on c.oid = k.conrelid
join pg_namespace n on n.oid = c.relnamespace
join place p on p.attrelid = k.conrelid and p.attnum = pair.attnum
join pg_class r on r.oid = k.confrelid
join pg_namespace rn on rn.oid = r.relnamespace
join place rp on rp.attrelid = k.confrelid and rp.attnum = pair.to_attnum
where k.contype = 'f'
