-- The columns whose default draws from one of the sequences $1, and the identity columns that one of them fills, by table: the
-- expression that draws their id, and all columns of the table in their order, as the catalog has them and as SQL writes them.
with drawn as (
  select d.refobjid as sequence, e.adrelid as relation, e.adnum as attribute, pg_get_expr(e.adbin, e.adrelid) as expression, false as always
  from pg_depend d
  join pg_attrdef e on e.oid = d.objid
  where d.classid = 'pg_attrdef'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = any ($1::oid[])
  union
  select d.objid, t.relation, a.attnum, format('nextval(%L::regclass)', d.objid::regclass), a.attidentity = 'a'
  from pg_depend d
  join pg_attribute p on p.attrelid = d.refobjid and p.attnum = d.refobjsubid
  -- Partitions have the identity of their table since version 17.
  cross join lateral (select d.refobjid union select relid from pg_partition_tree(d.refobjid)) t (relation)
  join pg_attribute a on a.attrelid = t.relation and a.attname = p.attname and a.attidentity <> ''
  where d.classid = 'pg_class'::regclass and d.objid = any ($1::oid[]) and d.refclassid = 'pg_class'::regclass
    and d.deptype = 'i' and d.refobjsubid > 0
)
select (array_agg(d.sequence order by a.attnum))[1] as sequence, n.nspname as schema, c.relname as name,
  array(select p.attname from pg_attribute p where p.attrelid = c.oid and p.attnum > 0 and not p.attisdropped order by p.attnum) as columns,
  array(
    select format('%I', p.attname) from pg_attribute p where p.attrelid = c.oid and p.attnum > 0 and not p.attisdropped order by p.attnum
  ) as quoted,
  array_agg(a.attname order by a.attnum) as drawn,
  array_agg(d.expression order by a.attnum) as expressions,
  array_agg(d.always order by a.attnum) as always
from drawn d
join pg_class c on c.oid = d.relation
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = d.relation and a.attnum = d.attribute
group by c.oid, n.nspname, c.relname
