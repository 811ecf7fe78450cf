-- The last heartbeat that this standby shows.
select beat from pgrehearse.heartbeat
