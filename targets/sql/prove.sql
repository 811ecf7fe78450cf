-- Every connection of a replay calls this function before its first statement. The {parts} are expressions that the adopting role may execute.
create function pgrehearse.prove(nonce text)
returns table (
  token_hash text, system_identifier text, started_us bigint, address text, port integer, database_oid oid,
  timeline integer, data_directory text, directory_changed_us bigint, asked_us bigint
)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $body$
  select
    encode(sha256(convert_to(mark.token || $1, 'UTF8')), 'hex'),
    {system_identifier},
    (extract(epoch from pg_postmaster_start_time()) * 1000000)::bigint,
    coalesce(host(inet_server_addr()), ''),
    coalesce(inet_server_port(), 0),
    (select db.oid from pg_database as db where db.datname = current_database()),
    {timeline},
    {data_directory},
    {directory_changed_us},
    (extract(epoch from clock_timestamp()) * 1000000)::bigint
  from pgrehearse.mark as mark
$body$;
revoke all on function pgrehearse.prove(text) from public;
grant execute on function pgrehearse.prove(text) to public;
