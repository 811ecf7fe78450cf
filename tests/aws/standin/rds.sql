-- What a database of RDS has and a plain server has not: its roles, and no superuser for the customer. Executed as rdsadmin, in postgres.
-- Sources: RDS user guide, "Understanding PostgreSQL roles and permissions"; "rds_superuser".
do $$
begin
    if not exists (select from pg_roles where rolname = 'rds_superuser') then
        create role rds_superuser createdb createrole nologin;
        create role rds_iam nologin;
        create role rds_replication nologin;
        create role rds_password nologin;
        grant pg_monitor, pg_signal_backend, rds_replication, rds_password to rds_superuser with admin option;
        if current_setting('server_version_num')::int >= 150000 then
            grant pg_checkpoint to rds_superuser with admin option;
        end if;
    end if;
end
$$;
