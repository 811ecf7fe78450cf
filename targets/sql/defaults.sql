-- Columns with a value where an INSERT gives none: by an identity, a default, or the default of their domain.
select n.nspname || '.' || c.relname as relation, a.attname as name, a.place, a.attidentity <> '' as identity,
  coalesce(pg_get_expr(d.adbin, d.adrelid), t.typdefault, '') as expression
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join (
  select *, row_number() over (partition by attrelid order by attnum) - 1 as place
  from pg_attribute where attnum > 0 and not attisdropped
) a on a.attrelid = c.oid
join pg_type t on t.oid = a.atttypid
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relkind in ('r', 'p', 'v', 'f')
  and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_temp%' and n.nspname not like 'pg\_toast%'
  and coalesce(to_jsonb(a) ->> 'attgenerated', '') = '' -- since 12
  and (a.attidentity <> '' or d.adbin is not null or t.typdefault is not null)
