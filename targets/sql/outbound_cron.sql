-- Jobs of pg_cron that are active.
select
  'cron' as name, 'job ' || j.jobid as object, pg_catalog.format('at %s, in database %s, as %s', j.schedule, j.database, j.username) as detail,
  case when (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user)
    then array[pg_catalog.format('update cron.job set active = false where jobid = %s', j.jobid)]
    else array[pg_catalog.format('select cron.alter_job(%s, active => false)', j.jobid)] end as disarm
from cron.job as j where j.active order by j.jobid
