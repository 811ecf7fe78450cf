select n.nspname as schema, p.proname as name, l.lanname as language,
  case when l.lanname in ('sql', 'plpgsql') then pg_get_functiondef(p.oid) else '' end as definition
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
join pg_language l on l.oid = p.prolang
where n.nspname not in ('pg_catalog', 'information_schema')
  and p.prokind in ('f', 'p')
  and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
