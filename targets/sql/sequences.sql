-- Sequences with their state, and the columns that draw from them: by an identity, or by a default that names the sequence.
with place as (
  select attrelid, attnum, attname, attidentity, row_number() over (partition by attrelid order by attnum) - 1 as place
  from pg_attribute where attnum > 0 and not attisdropped
),
drawing as (
  select d.refobjid as sequence, a.adrelid as relation, a.adnum as attnum
  from pg_depend d
  join pg_attrdef a on a.oid = d.objid
  where d.classid = 'pg_attrdef'::regclass and d.refclassid = 'pg_class'::regclass
  union
  select objid, refobjid, refobjsubid
  from pg_depend
  where classid = 'pg_class'::regclass and refclassid = 'pg_class'::regclass and deptype = 'i'
)
select format('%I.%I', sn.nspname, s.relname) as sequence, q.seqstart as start, q.seqincrement as increment, q.seqcache as cache,
  q.seqcycle as cycles, v.last_value as last, format('select last_value, is_called, log_cnt from %I.%I', sn.nspname, s.relname) as state,
  n.nspname || '.' || c.relname as relation, case when p.attname is not null then format('%I.%I.%I', n.nspname, c.relname, p.attname) end as label,
  p.attname as name, p.place, coalesce(p.attidentity::text, '') as identity
from pg_class s
join pg_namespace sn on sn.oid = s.relnamespace
join pg_sequence q on q.seqrelid = s.oid
join pg_sequences v on v.schemaname = sn.nspname and v.sequencename = s.relname
left join (
  drawing d
  join pg_class c on c.oid = d.relation and c.relkind in ('r', 'p')
  join pg_namespace n on n.oid = c.relnamespace
  join place p on p.attrelid = d.relation and p.attnum = d.attnum
) on d.sequence = s.oid
where s.relkind = 'S' and s.relpersistence <> 't' and sn.nspname not in ('pgrehearse', 'pg_catalog', 'information_schema')
order by sequence, label
