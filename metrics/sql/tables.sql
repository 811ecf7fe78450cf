-- TOAST blocks read by table of the connected database.
select
  schemaname || '.' || relname as subject,
  (coalesce(toast_blks_read, 0) + coalesce(tidx_blks_read, 0))::float8 as toast_reads
from pg_catalog.pg_statio_user_tables
where toast_blks_read is not null and schemaname <> 'pgrehearse'
