-- Checkpoints begun (since 17).
select (num_timed + num_requested)::float8 as checkpoints from pg_catalog.pg_stat_checkpointer
