-- Checkpoints begun (13 to 16).
select (checkpoints_timed + checkpoints_req)::float8 as checkpoints from pg_catalog.pg_stat_bgwriter
