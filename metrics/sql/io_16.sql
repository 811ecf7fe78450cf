-- Bytes read and written as the server counts them (16 and 17: blocks of one size).
select
  sum(reads * op_bytes)::float8 as server_read_bytes,
  sum(writes * op_bytes + extends * op_bytes)::float8 as server_write_bytes
from pg_catalog.pg_stat_io
