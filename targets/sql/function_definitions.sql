-- Every function, with its definition where that can be read.
select n.nspname as schema, p.proname as name, l.lanname as language, l.lanpltrusted as trusted, p.provolatile = 'v' as volatile,
  coalesce(e.extname, '') as extension, n.nspname in ('pg_catalog', 'information_schema') as own,
  case when p.prokind in ('f', 'p') and l.lanname in ('sql', 'plpgsql') and n.nspname not in ('pg_catalog', 'information_schema')
    then pg_get_functiondef(p.oid) else '' end as definition,
  p.prokind = 'a' as aggregate,
  coalesce(t.typtype = 'c' or t.typname in ('record', 'any', 'anyelement', 'anynonarray', 'anycompatible'), false) as of_row
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
join pg_language l on l.oid = p.prolang
left join pg_depend d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e' and d.refclassid = 'pg_extension'::regclass
left join pg_extension e on e.oid = d.refobjid
left join pg_type t on t.oid = p.proargtypes[0]
where n.nspname <> 'pgrehearse'
