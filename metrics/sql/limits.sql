-- What a server can hold, as far as it says.
select 'connections_limit' as name, current_setting('max_connections')::float8 as value
