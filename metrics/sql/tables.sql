-- Tables of the connected database: blocks read from outside shared buffers, vacuums, dead rows.
select
  io.schemaname || '.' || io.relname as subject,
  (coalesce(io.toast_blks_read, 0) + coalesce(io.tidx_blks_read, 0))::float8 as toast_reads,
  (coalesce(io.heap_blks_read, 0) + coalesce(io.idx_blks_read, 0))::float8 as table_reads,
  (coalesce(s.vacuum_count, 0) + coalesce(s.autovacuum_count, 0))::float8 as vacuums,
  coalesce(s.n_dead_tup, 0)::float8 as dead_rows
from pg_catalog.pg_statio_user_tables io
left join pg_catalog.pg_stat_user_tables s using (relid)
where io.schemaname <> 'pgrehearse'
