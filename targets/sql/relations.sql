select n.nspname || '.' || c.relname as name, c.relkind = 'v' as is_view
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f')
  and n.nspname not like 'pg\_temp%' and n.nspname not like 'pg\_toast%'
