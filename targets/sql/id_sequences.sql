-- The sequences with the given names: their increments, the values that fit in them and in every column that they fill, how far they
-- are, these columns, and whether each value is a draw (no cache; an identity's trigger does not give the value back).
with filled as (
  select d.refobjid as sequence, a.atttypid as type, format('%s.%I', a.attrelid::regclass, a.attname) as name
  from pg_depend d
  join pg_attrdef e on d.classid = 'pg_attrdef'::regclass and e.oid = d.objid
  join pg_attribute a on a.attrelid = e.adrelid and a.attnum = e.adnum
  where d.refclassid = 'pg_class'::regclass
  union all
  select d.objid, a.atttypid, format('%s.%I', a.attrelid::regclass, a.attname)
  from pg_depend d
  join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' and d.refobjsubid > 0
), fits (type, greatest) as (values (21, 32767), (23, 2147483647))
select wanted.name, s.oid, n.nspname as schema, q.seqincrement as increment,
  greatest(q.seqmin, (select max(-b.greatest - 1) from filled f join fits b on b.type = f.type where f.sequence = s.oid)) as least,
  least(q.seqmax, (select min(b.greatest) from filled f join fits b on b.type = f.type where f.sequence = s.oid)) as greatest,
  coalesce(case when has_sequence_privilege(s.oid, 'SELECT, USAGE') then pg_sequence_last_value(s.oid) end, q.seqstart) as position,
  array(select f.name from filled f where f.sequence = s.oid order by 1) as columns,
  q.seqcache = 1 and not exists (
    select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype = 'i'
  ) as counts
from unnest($1::text[]) as wanted (name)
join pg_class s on s.oid = to_regclass(wanted.name) and s.relkind = 'S'
join pg_namespace n on n.oid = s.relnamespace
join pg_sequence q on q.seqrelid = s.oid
