-- The table of the mark; only its owner may read it.
create table pgrehearse.mark (
  one boolean primary key default true check (one),
  token text not null,
  system_identifier text not null,
  timeline integer not null,
  database_oid oid not null,
  server_address text not null,
  server_port integer not null,
  data_directory text not null,
  directory_changed_us bigint not null,
  not_known text[] not null,
  adopted_by text not null default session_user,
  adopted_at timestamptz not null default pg_catalog.now(),
  expires_at timestamptz not null,
  allowed text[] not null,
  spent_at timestamptz,
  workload text
);
revoke all on pgrehearse.mark from public;
grant usage on schema pgrehearse to public;
