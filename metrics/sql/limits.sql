-- Limits of the server.
select current_setting('max_connections')::float8 as connections_limit
