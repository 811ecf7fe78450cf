select n.nspname || '.' || c.relname as name, c.relkind = 'v' as is_view,
  array(
    select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum
  ) as columns
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f')
  and n.nspname not like 'pg\_temp%' and n.nspname not like 'pg\_toast%'
