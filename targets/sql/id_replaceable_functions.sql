-- The functions and procedures whose body may be changed: in SQL and PL/pgSQL, of no extension, not pgrehearse's.
select p.oid, p.oid::regprocedure::text as signature, l.lanname as language, pg_get_functiondef(p.oid) as definition
from pg_proc p
join pg_language l on l.oid = p.prolang
where p.prokind in ('f', 'p') and l.lanname in ('sql', 'plpgsql')
  and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pgrehearse')
  and not exists (
    select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.refclassid = 'pg_extension'::regclass
  )
  and not exists (select from pgrehearse.added_function a where a.signature::regprocedure = p.oid)
