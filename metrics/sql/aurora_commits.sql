-- Duration of commits in the replayed databases ($1) since the start of the instance, in microseconds (Aurora).
select sum(aurora_stat_get_db_commit_latency(oid))::float8 as commit_us
from pg_catalog.pg_database
where datname = any($1::text[])
