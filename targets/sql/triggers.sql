select distinct n.nspname || '.' || c.relname as name, p.oid::regprocedure::text as function, l.lanname as language,
  t.tgtype & 4 <> 0 as on_insert, t.tgtype & 24 <> 0 as on_change,
  case when l.lanname in ('sql', 'plpgsql') then pg_get_functiondef(p.oid) else '' end as definition
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_proc p on p.oid = t.tgfoid
join pg_language l on l.oid = p.prolang
where not t.tgisinternal and t.tgenabled <> 'D'
