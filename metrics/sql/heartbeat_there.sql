-- Whether the row has come to this reader yet.
select pg_catalog.to_regclass('pgrehearse.heartbeat') is not null as there
