with named as (
  select c.oid, c.relkind, n.nspname || '.' || c.relname as name
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not in ('pg_catalog', 'information_schema')
),
tied(of, "to", how) as (
  select conrelid, confrelid, 'checks' from pg_constraint where contype = 'f'
  union all
  select confrelid, conrelid, 'checks' from pg_constraint where contype = 'f'
  union all
  select confrelid, conrelid, 'cascades' from pg_constraint
  where contype = 'f' and (confdeltype in ('c', 'n', 'd') or confupdtype in ('c', 'n', 'd'))
  union all
  select inhparent, inhrelid, how from pg_inherits cross join unnest(array['reads', 'writes']) as how
  union all
  -- A view reads its tables and, where it is updatable, writes to them; a rule writes to the relations that it names.
  select r.ev_class, d.refobjid, how
  from pg_rewrite r
  join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
  cross join unnest(case when r.ev_type = '1' then array['reads', 'writes'] else array['writes'] end) as how
  where d.refobjid <> r.ev_class
)
select distinct a.name as of, b.name as "to", how
from tied
join named a on a.oid = tied.of and a.relkind <> 'm'
join named b on b.oid = tied."to" and b.relkind in ('r', 'p', 'v', 'm', 'f')
