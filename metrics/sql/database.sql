-- Cumulative counters of the replayed databases ($1). Busy backends report them once a second.
select
  sum(xact_commit)::float8 as commits,
  sum(xact_rollback)::float8 as rollbacks,
  sum(blks_read)::float8 as blocks_read,
  sum(blks_hit)::float8 as blocks_hit,
  sum(tup_returned)::float8 as rows_read,
  sum(tup_inserted + tup_updated + tup_deleted)::float8 as rows_written,
  sum(temp_bytes)::float8 as temp_bytes,
  sum(deadlocks)::float8 as deadlocks
from pg_catalog.pg_stat_database
where datname = any($1::text[])
