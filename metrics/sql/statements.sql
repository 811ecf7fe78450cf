-- pg_stat_statements by query, where the extension exists.
select
  max(query) as query,
  sum(calls)::float8 as statement_calls,
  sum(total_exec_time)::float8 as statement_ms,
  sum(rows)::float8 as statement_rows,
  sum(shared_blks_read)::float8 as statement_reads
from pg_stat_statements
where dbid in (select oid from pg_catalog.pg_database where datname = any($1::text[])) and queryid is not null
group by queryid
