-- Extensions of the connected database.
select extname as name, extversion as value from pg_catalog.pg_extension order by extname
