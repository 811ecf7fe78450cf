-- The collation of the connected database, and of each column of the application's tables that has another one: provider, locale, version.
select
  'database' as name,
  concat_ws(' ', case d ->> 'datlocprovider' when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end,
    coalesce(d ->> 'datlocale', d ->> 'daticulocale', d ->> 'datcollate'), d ->> 'datcollversion') as value
from (select pg_catalog.to_jsonb(r) as d from pg_catalog.pg_database r where r.datname = pg_catalog.current_database()) _
union all
select n.nspname || '.' || t.relname || '.' || a.attname, concat_ws(' ', c.collname, c.collversion)
from pg_catalog.pg_attribute a
join pg_catalog.pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p', 'm')
join pg_catalog.pg_namespace n on n.oid = t.relnamespace and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'pgrehearse')
join pg_catalog.pg_type y on y.oid = a.atttypid and y.typcollation <> a.attcollation
join pg_catalog.pg_collation c on c.oid = a.attcollation
where a.attnum > 0 and not a.attisdropped
order by 1
