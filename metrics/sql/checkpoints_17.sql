-- Checkpoints, and the buffers that they wrote (since 17).
select (num_timed + num_requested)::float8 as checkpoints, buffers_written::float8 as checkpoint_buffers
from pg_catalog.pg_stat_checkpointer
