-- The last beat that this reader shows.
select beat from pgrehearse.heartbeat
