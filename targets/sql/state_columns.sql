-- The columns of all tables, with the expression of their default, and their place in the key: that of the primary key, else of
-- the first unique index whose columns are not null.
with keys as (
  select distinct on (i.indrelid) i.indrelid, i.indkey::smallint[] as columns, i.indnkeyatts
  from pg_catalog.pg_index i
  where i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null and not exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = i.indrelid and not a.attnotnull and a.attnum = any ((i.indkey::smallint[])[0:i.indnkeyatts - 1]))
  order by i.indrelid, i.indisprimary desc, i.indexrelid
)
select a.attrelid as oid, a.attname as name, pg_catalog.format('%I', a.attname) as quoted,
  pg_catalog.format_type(a.atttypid, a.atttypmod) as type, a.attidentity <> '' as identity, a.attgenerated <> '' as computed,
  coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid), t.typdefault, '') as expression,
  case when pg_catalog.array_position(k.columns, a.attnum) < k.indnkeyatts
    then pg_catalog.array_position(k.columns, a.attnum) end as key_place
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join keys k on k.indrelid = a.attrelid
where a.attnum > 0 and not a.attisdropped
order by a.attrelid, a.attname collate "C"
