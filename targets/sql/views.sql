select n.nspname || '.' || c.relname as name, pg_get_viewdef(c.oid) as definition
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'v'
  and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_temp%'
