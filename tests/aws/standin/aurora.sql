-- The functions of Aurora, from what a plain server and its standbys have; and what Aurora refuses. Executed as rdsadmin in each database.
-- Sources: Aurora user guide, "Aurora PostgreSQL functions reference"; DataDog/integrations-core 14498 and 15890 (the refusals).
create or replace function pg_catalog.aurora_version() returns text
language sql stable as $$ select current_setting('server_version_num')::int / 10000 || '.8.0' $$;

create or replace function pg_catalog.aurora_db_instance_identifier() returns text
language sql stable as $$ select current_setting('cluster_name') $$;

create or replace function pg_catalog.aurora_replica_status(
    out server_id text, out session_id text, out durable_lsn bigint, out highest_lsn_rcvd bigint, out current_read_lsn bigint,
    out cur_replay_latency_in_usec bigint, out active_txns bigint, out is_current boolean,
    out last_transport_error bigint, out last_error_timestamp timestamptz, out last_update_timestamp timestamptz,
    out feedback_xmin bigint, out feedback_epoch bigint, out replica_lag_in_msec double precision,
    out log_stream_speed_in_kib_per_second double precision, out log_buffer_sequence_number bigint,
    out oldest_read_view_trx_id bigint, out oldest_read_view_lsn bigint, out pending_read_ios bigint, out read_ios bigint
) returns setof record
language sql stable security definer as $$
    select current_setting('cluster_name'),
        case when pg_is_in_recovery() then md5(current_setting('cluster_name')) else 'MASTER_SESSION_ID' end,
        null::bigint, null::bigint, null::bigint, null::bigint, null::bigint, true, null::bigint, null::timestamptz, now(),
        null::bigint, null::bigint,
        case when pg_is_in_recovery()
            then coalesce(1000 * extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()), 0)::float8 end,
        null::float8, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint
    union all
    select application_name, md5(application_name),
        null, null, null, (1e6 * extract(epoch from coalesce(replay_lag, '0')))::bigint, null, true, null, null, reply_time,
        null, null, 1e3 * extract(epoch from coalesce(replay_lag, '0'))::float8,
        null, null, null, null, null, null
    from pg_stat_replication
$$;

create or replace function pg_catalog.aurora_stat_get_db_commit_latency(database oid) returns bigint
language sql stable as $$ select (1000 * xact_commit)::bigint from pg_stat_database where datid = database $$;

create or replace function pg_catalog.aurora_stat_dml_activity(
    database oid, out select_count bigint, out select_latency_microsecs bigint, out insert_count bigint,
    out insert_latency_microsecs bigint, out update_count bigint, out update_latency_microsecs bigint,
    out delete_count bigint, out delete_latency_microsecs bigint
) returns record
language sql stable as $$
    select tup_returned, tup_returned, tup_inserted, tup_inserted, tup_updated, tup_updated, tup_deleted, tup_deleted
    from pg_stat_database where datid = database
$$;

create or replace function pg_catalog.aurora_stat_system_waits(
    out type_id integer, out event_id bigint, out waits bigint, out wait_time bigint
) returns setof record
language sql stable as $$ values (9, 150995944::bigint, 1::bigint, 1000::bigint) $$;

create or replace function pg_catalog.aurora_stat_wait_type(out type_id integer, out type_name text) returns setof record
language sql stable as $$ values (9, 'IO') $$;

create or replace function pg_catalog.aurora_stat_wait_event(out type_id integer, out event_id bigint, out event_name text)
returns setof record
language sql stable as $$ values (9, 150995944::bigint, 'DataFileRead') $$;

-- A built-in function is called by its oid, whatever the catalog has: it gets another name, and its name another function.
do $outer$
begin
    if exists (select from pg_proc where proname = 'pg_current_wal_lsn' and prolang = 12) then
        alter function pg_catalog.pg_current_wal_lsn() rename to rds_current_wal_lsn;
        create function pg_catalog.pg_current_wal_lsn() returns pg_lsn
        language plpgsql volatile as $$
        begin
            raise exception 'Function pg_current_wal_lsn() is currently not supported for Aurora'
                using errcode = 'feature_not_supported';
        end
        $$;
    end if;
end
$outer$;
