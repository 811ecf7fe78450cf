-- The sizes of the tables and indexes of the database. That of a table is without its indexes and with TOAST.
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
  case when c.relkind = 'i' then 'index' else 'table' end as kind,
  case when c.relkind = 'i' then pg_catalog.pg_relation_size(c.oid) else pg_catalog.pg_table_size(c.oid) end as bytes
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'm', 'i')
  and n.nspname not in ('pg_catalog', 'information_schema', 'pgrehearse')
  and n.nspname not like 'pg\_%'
