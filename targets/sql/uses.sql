-- The objects that the use of a name uses too. kind: function, read, write, operator, type; form: calls, reads, writes, types (a name),
-- expression, query (a text), hazard. A row of kind "both" applies to reading and to writing a relation.
with own(oid) as (select oid from pg_namespace where nspname in ('pg_catalog', 'information_schema', 'pg_toast', 'pgrehearse')),
relation as (
  select c.oid, c.relkind, n.nspname as schema, c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relnamespace not in (select oid from own) and c.relkind in ('r', 'p', 'v', 'm', 'f')
),
kind as (
  -- A type that is not built in; an array type represents its element type.
  select t.oid, n.nspname as schema, e.typname as name, e.oid as element
  from pg_type t join pg_type e on e.oid = case when t.typcategory = 'A' and t.typelem <> 0 then t.typelem else t.oid end
  join pg_namespace n on n.oid = e.typnamespace
  where e.typnamespace not in (select oid from own)
),
routine as (
  select p.oid, n.nspname as schema, p.proname as name, p.pronamespace not in (select oid from own) as is_user_defined,
    p.proargtypes, p.prorettype
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
)
select 'both' as kind, schema, name, 'query' as form, '' as other_schema, '' as other, pg_get_viewdef(oid) as definition
from relation where relkind = 'v'
union all
select 'write', schema, name, 'query', '', '', pg_get_viewdef(oid) from relation where relkind = 'm'
union all
select 'write', t.schema, t.name, 'query', '', '', pg_get_ruledef(r.oid)
from pg_rewrite r join relation t on t.oid = r.ev_class where r.rulename <> '_RETURN'
union all
select 'both', t.schema, t.name, 'expression', '', '', pg_get_expr(e, p.polrelid)
from pg_policy p join relation t on t.oid = p.polrelid cross join lateral (values (p.polqual), (p.polwithcheck)) as v(e) where e is not null
union all
select case when a.attgenerated <> '' then 'both' else 'write' end, t.schema, t.name, 'expression', '', '', pg_get_expr(d.adbin, d.adrelid)
from pg_attrdef d join relation t on t.oid = d.adrelid join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
union all
select 'write', t.schema, t.name, 'expression', '', '', pg_get_expr(c.conbin, c.conrelid)
from pg_constraint c join relation t on t.oid = c.conrelid where c.conbin is not null
union all
select 'write', t.schema, t.name, 'expression', '', '', pg_get_expr(e, i.indrelid)
from pg_index i join relation t on t.oid = i.indrelid cross join lateral (values (i.indexprs), (i.indpred)) as v(e) where e is not null
union all
select 'write', t.schema, t.name, 'expression', '', '', pg_get_expr(p.partexprs, p.partrelid)
from pg_partitioned_table p join relation t on t.oid = p.partrelid where p.partexprs is not null
union all
select 'write', t.schema, t.name, 'query', '', '', pg_get_triggerdef(g.oid)
from pg_trigger g join relation t on t.oid = g.tgrelid where not g.tgisinternal and g.tgenabled <> 'D'
union all
-- A write to a view is a write to its tables.
select distinct 'write', t.schema, t.name, 'writes', b.schema, b.name, ''
from pg_rewrite r join relation t on t.oid = r.ev_class and t.relkind = 'v'
join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
join relation b on b.oid = d.refobjid and b.oid <> t.oid
union all
-- REINDEX and CLUSTER may name an index.
select 'write', n.nspname, c.relname, 'writes', t.schema, t.name, ''
from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace join relation t on t.oid = i.indrelid
union all
-- Every DDL command fires them.
select 'function', 'pg_catalog', trim('(event triggers) ' || tag), 'calls', f.schema, f.name, ''
from pg_event_trigger e join routine f on f.oid = e.evtfoid
cross join unnest(case when e.evttags is null then array[''] else e.evttags || '*'::text end) as tag
where e.evtenabled <> 'D'
union all
-- Partition routing, and reads and writes of indexes, call the support functions of their operator classes.
select distinct 'both', t.schema, t.name, 'calls', f.schema, f.name, ''
from (
  select partrelid as oid, unnest(partclass::oid[]) as class from pg_partitioned_table
  union all
  select indrelid, unnest(indclass::oid[]) from pg_index
) as u
join relation t on t.oid = u.oid join pg_opclass c on c.oid = u.class
join pg_amproc a on a.amprocfamily = c.opcfamily join routine f on f.oid = a.amproc and f.is_user_defined
union all
select k, t.schema, t.name, case k when 'read' then 'reads' else 'writes' end, c.schema, c.name, ''
from pg_inherits i join relation t on t.oid = i.inhparent join relation c on c.oid = i.inhrelid cross join unnest(array['read', 'write']) as k
union all
select 'write', t.schema, t.name, 'writes', c.schema, c.name, ''
from pg_constraint f join relation t on t.oid = f.confrelid join relation c on c.oid = f.conrelid
where f.contype = 'f' and (f.confdeltype in ('c', 'n', 'd') or f.confupdtype in ('c', 'n', 'd'))
union all
select 'both', schema, name, 'hazard', '', '', 'foreign-table' from relation where relkind = 'f'
union all
select distinct 'both', t.schema, t.name, 'types', k.schema, k.name, ''
from pg_attribute a join relation t on t.oid = a.attrelid join kind k on k.oid = a.atttypid where a.attnum > 0 and not a.attisdropped
union all
select 'type', k.schema, k.name, 'types', b.schema, b.name, ''
from kind k join pg_type t on t.oid = k.oid and k.element = k.oid join kind b on b.oid = t.typbasetype
union all
select 'type', k.schema, k.name, 'expression', '', '', pg_get_expr(c.conbin, 0)
from kind k join pg_constraint c on c.contypid = k.oid where c.conbin is not null
union all
select 'type', k.schema, k.name, 'expression', '', '', pg_get_expr(t.typdefaultbin, 0)
from kind k join pg_type t on t.oid = k.oid where t.typdefaultbin is not null
union all
select distinct 'type', k.schema, k.name, 'types', m.schema, m.name, ''
from kind k join pg_type t on t.oid = k.oid and t.typrelid <> 0 join pg_attribute a on a.attrelid = t.typrelid and a.attnum > 0
join kind m on m.oid = a.atttypid
union all
select 'type', k.schema, k.name, 'calls', f.schema, f.name, ''
from kind k join pg_range r on r.rngtypid = k.oid cross join unnest(array[r.rngcanonical, r.rngsubdiff]) as g join routine f on f.oid = g
union all
select 'type', k.schema, k.name, 'calls', f.schema, f.name, ''
from kind k join pg_type t on t.oid = k.oid and k.element = k.oid
cross join unnest(array[t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout]) as g
join routine f on f.oid = g and f.is_user_defined
union all
-- A cast runs where its type is named, and where a value has this type. Between two built-in types it counts for both.
select 'type', n.nspname, t.typname, 'calls', f.schema, f.name, ''
from pg_cast c join routine f on f.oid = c.castfunc and f.is_user_defined
join pg_type t on t.oid in (c.castsource, c.casttarget) join pg_namespace n on n.oid = t.typnamespace
where t.typnamespace not in (select oid from own)
  or not exists (select from kind k where k.oid in (c.castsource, c.casttarget))
union all
-- Comparing, sorting and grouping values of a type.
select distinct 'type', k.schema, k.name, 'calls', f.schema, f.name, ''
from pg_amproc a join kind k on k.oid in (a.amproclefttype, a.amprocrighttype) join routine f on f.oid = a.amproc and f.is_user_defined
union all
-- An operator runs where it is named, or, when it has an operand of a user-defined type, wherever a value of that type is used.
select 'operator', n.nspname, o.oprname, 'calls', f.schema, f.name, ''
from pg_operator o join pg_namespace n on n.oid = o.oprnamespace join routine f on f.oid = o.oprcode
where (f.is_user_defined or o.oprnamespace not in (select oid from own)) and not exists (select from kind k where k.oid in (o.oprleft, o.oprright))
union all
select distinct 'type', k.schema, k.name, 'calls', f.schema, f.name, ''
from pg_operator o join kind k on k.oid in (o.oprleft, o.oprright) join routine f on f.oid = o.oprcode and f.is_user_defined
union all
select distinct 'type', k.schema, k.name, 'types', m.schema, m.name, ''
from pg_operator o join kind k on k.oid in (o.oprleft, o.oprright) join kind m on m.oid in (o.oprleft, o.oprright) and m.element <> k.element
union all
-- ORDER BY ... USING runs the support functions of the operator's families.
select distinct 'operator', n.nspname, '(sort) ' || o.oprname, 'calls', f.schema, f.name, ''
from pg_amop m join pg_operator o on o.oid = m.amopopr join pg_namespace n on n.oid = o.oprnamespace
join pg_amproc a on a.amprocfamily = m.amopfamily join routine f on f.oid = a.amproc and f.is_user_defined
union all
select distinct 'function', f.schema, f.name, 'calls', g.schema, g.name, ''
from pg_aggregate a join routine f on f.oid = a.aggfnoid and f.is_user_defined
cross join unnest(array[a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn]::oid[]) as one
join routine g on g.oid = one
union all
select distinct 'function', f.schema, f.name, 'types', k.schema, k.name, ''
from routine f join kind k on k.oid = any (f.proargtypes::oid[] || f.prorettype) where f.is_user_defined
