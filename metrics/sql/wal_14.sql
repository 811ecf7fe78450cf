-- Position of the WAL in bytes since its beginning, and full page images written to it (since 14).
select
  pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), '0/0')::float8 as wal_bytes,
  wal_fpi::float8 as wal_full_pages
from pg_catalog.pg_stat_wal
