-- Position of the WAL, in bytes since its beginning.
select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), '0/0')::float8 as wal_bytes
