-- Bytes read and written as the server counts them (since 18: in bytes; the view contains the WAL too, which is excluded).
select
  sum(read_bytes)::float8 as server_read_bytes,
  sum(write_bytes + extend_bytes)::float8 as server_write_bytes
from pg_catalog.pg_stat_io
where object <> 'wal'
