-- The flavor of this server: Aurora and RDS have functions and roles of their own.
select
  case
    when exists (select from pg_catalog.pg_proc where proname = 'aurora_version') then 'aurora'
    when exists (select from pg_catalog.pg_roles where rolname = 'rdsadmin') then 'rds'
    else 'plain'
  end as flavour
