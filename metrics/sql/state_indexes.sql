-- Indexes of the application's tables.
select schemaname || '.' || indexname as name, indexdef as value
from pg_catalog.pg_indexes
where schemaname not in ('pg_catalog', 'information_schema', 'pg_toast', 'pgrehearse')
order by 1
