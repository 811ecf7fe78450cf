#!/bin/bash
# Starts a standby of docker-compose.yml: copies the primary $PRIMARY to $DATA if there is no complete copy, then runs the copy.
# Environment: PRIMARY (host), PGPORT (5432), PGPASSWORD, DATA (data directory).
set -euo pipefail
primary="host=$PRIMARY port=${PGPORT:-5432} user=postgres"

if [ ! -d "$DATA" ]; then
  # The copy gets its final name when it is complete, so an interrupted copy is made again.
  rm -rf "$DATA.partial"
  # A slot of an earlier copy would keep the primary's WAL for a standby that no longer exists.
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --output=/dev/null --dbname="$primary dbname=postgres" --command="
    SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = 'standby'"
  pg_basebackup --dbname="$primary" --pgdata="$DATA.partial" --wal-method=stream --checkpoint=fast --write-recovery-conf --create-slot --slot=standby
  chmod 700 "$DATA.partial"
  mv "$DATA.partial" "$DATA"
fi
exec postgres -D "$DATA" -c logging_collector=off -c hot_standby_feedback=on
