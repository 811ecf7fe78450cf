-- The sequences of a database, each with the query of its position, or with the reason why it cannot be read.
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
  pg_catalog.format('select %L::text, last_value, is_called from %I.%I', pg_catalog.format('%I.%I', n.nspname, c.relname), n.nspname, c.relname) as position,
  pg_catalog.has_schema_privilege(n.oid, 'usage') and pg_catalog.has_table_privilege(c.oid, 'select') as readable
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'S' and c.relpersistence <> 't' and n.nspname <> 'pgrehearse'
order by 1
