-- The columns of foreign keys, and the columns to which they refer.
select k.conrelid as oid, a.attname as name, k.confrelid as target, b.attname as target_name
from pg_catalog.pg_constraint k
cross join lateral unnest(k.conkey, k.confkey) as u (own, referenced)
join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
join pg_catalog.pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.referenced
where k.contype = 'f' and k.conparentid = 0
