-- One heartbeat ($1).
update pgrehearse.heartbeat set beat = $1::bigint
