-- What a server can hold, as far as it says.
select current_setting('max_connections')::float8 as connections_limit
