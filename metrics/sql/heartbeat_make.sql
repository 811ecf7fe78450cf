-- The heartbeat row: its delay on a standby is the replica lag.
create schema if not exists pgrehearse;
create table if not exists pgrehearse.heartbeat (
  one boolean primary key default true check (one),
  beat bigint not null
) with (fillfactor = 10);
insert into pgrehearse.heartbeat (beat) values (0) on conflict (one) do update set beat = 0;
