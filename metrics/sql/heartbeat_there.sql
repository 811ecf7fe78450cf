-- Whether this standby has the table.
select pg_catalog.to_regclass('pgrehearse.heartbeat') is not null as there
