#!/bin/bash
# Permits the standby of docker-compose.yml to stream. The image runs this script in a new data directory; if the rule exists, it changes nothing.
set -e
rule="host replication all all scram-sha-256"
grep --quiet --line-regexp --fixed-strings "$rule" "$PGDATA/pg_hba.conf" || echo "$rule" >> "$PGDATA/pg_hba.conf"
