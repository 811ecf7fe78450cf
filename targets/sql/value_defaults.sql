-- The defaults of the columns of tables ($1: schemas, $2: names of the tables), also in their partitions: the expression, and the command
-- that sets another one. Rows of a partition are decoded as rows of the table that it belongs to: "root" is that table, "place" the
-- number of the column there.
with recursive tree (root, relation) as (
  select c.oid, c.oid
  from unnest($1::text[], $2::text[]) as wanted (schema, name)
  join pg_namespace n on n.nspname = wanted.schema
  join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name and c.relkind in ('r', 'p')
  union
  select t.root, i.inhrelid
  from tree t
  join pg_inherits i on i.inhparent = t.relation
  join pg_class c on c.oid = i.inhrelid
  where c.relispartition and c.relkind in ('r', 'p')
)
select t.root, t.relation, r.attnum as place, a.attnum as attribute, n.nspname as schema, c.relname as name, r.attname as "column",
  pg_get_expr(e.adbin, e.adrelid) as expression, format_type(a.atttypid, a.atttypmod) as type,
  format('%s.%I', t.root::regclass, r.attname) as label,
  format('alter table only %s alter column %I set default ', t.relation::regclass, a.attname) as command
from tree t
join pg_class c on c.oid = t.root
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute r on r.attrelid = t.root and r.attnum > 0 and not r.attisdropped
join pg_attribute a on a.attrelid = t.relation and a.attname = r.attname and a.attnum > 0
join pg_attrdef e on e.adrelid = t.relation and e.adnum = a.attnum
where coalesce(to_jsonb(a) ->> 'attgenerated', '') = '' -- since 12
order by t.relation = t.root desc, t.root, t.relation, a.attnum
