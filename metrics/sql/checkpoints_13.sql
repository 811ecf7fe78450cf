-- Checkpoints, and the buffers that they wrote (13 to 16).
select (checkpoints_timed + checkpoints_req)::float8 as checkpoints, buffers_checkpoint::float8 as checkpoint_buffers
from pg_catalog.pg_stat_bgwriter
