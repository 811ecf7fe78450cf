-- What the server read and wrote by its own account (since 18: bytes; its write-ahead log stands here too, and is left out).
select
  sum(read_bytes)::float8 as server_read_bytes,
  sum(write_bytes + extend_bytes)::float8 as server_write_bytes
from pg_catalog.pg_stat_io
where object <> 'wal'
